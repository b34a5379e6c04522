import { ConsentDesk } from './desk/consent.desk.js';
import { CourseDesk } from './desk/course.desk.js';
import { type DeskLife, DeskPart } from './desk/desk-part.js';
import { DraftDesk } from './desk/draft.desk.js';
import { FollowUpDesk } from './desk/follow-up.desk.js';
import { GatheringDesk } from './desk/gathering.desk.js';
import { HandoverDesk } from './desk/handover.desk.js';
import { MeetingDesk } from './desk/meeting.desk.js';
import { ParticipantsDesk } from './desk/participants.desk.js';
import { type Asking, Refusal } from './world.js';

/** Everything that one person can do with one plan, by HTTP and in the words of the domain. */
export class PlanDesk extends DeskPart {
  readonly course: CourseDesk;
  readonly participants: ParticipantsDesk;
  readonly consent: ConsentDesk;
  readonly gathering: GatheringDesk;
  readonly meeting: MeetingDesk;
  readonly draft: DraftDesk;
  readonly followUp: FollowUpDesk;
  readonly handover: HandoverDesk;

  constructor(life: DeskLife, ask: Asking) {
    super(life, ask);
    this.course = new CourseDesk(life, ask);
    this.participants = new ParticipantsDesk(life, ask);
    this.consent = new ConsentDesk(life, ask);
    this.gathering = new GatheringDesk(life, ask);
    this.meeting = new MeetingDesk(life, ask);
    this.draft = new DraftDesk(life, ask);
    this.followUp = new FollowUpDesk(life, ask);
    this.handover = new HandoverDesk(life, ask);
  }

  get planId(): string {
    return this.life.planId;
  }

  /** Opens the plan, as far as the person may see it. */
  open(): Promise<unknown> {
    return this.read();
  }

  /** Does something that the API has to refuse. */
  async refused(code: string, attempt: (desk: PlanDesk) => Promise<unknown>): Promise<void> {
    try {
      await attempt(this);
    } catch (error) {
      if (error instanceof Refusal && error.code === code) return;
      throw error;
    }
    throw new Error(`${this.life.name}: expected a refusal with ${code}`);
  }
}
