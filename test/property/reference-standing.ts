import type { Actor } from '../../libs/domain/plan/actor.js';
import type { PlanCommand } from '../../libs/domain/plan/plan.types.js';
import type { Employment } from '../../libs/domain/standing/standing.js';

/** Somebody who was named, and for which organisation. */
interface Named {
  readonly personId: string;
  readonly organisationId: string | null;
}

const MAY_COORDINATE: readonly string[] = ['practitioner', 'coordinator', 'teamLeader'];

/**
 * Who coordinates, stands in, or is asked to, told a second time from the commands that were accepted and from what the
 * register said meanwhile (decisions 46, 50 and 51): whoever is named is named for where they work, and is it as long as they
 * work there, or below, in a role that may coordinate. It knows no events and no state.
 */
export class ReferenceStanding {
  private coordinator: Named | null = null;
  private successor: Named | null = null;
  private deputy: (Named & { readonly from: string; readonly to: string }) | null = null;
  /** Who coordinated until they left their work, as long as nobody else was named. */
  private left: Named | null = null;

  /** Who goes to a meeting instead of whom, by meeting and participant; and until when a meeting lasts. */
  private readonly meetingDeputies = new Map<string, string>();
  private readonly meetingEnds = new Map<string, string>();

  constructor(private readonly employmentOf: (personId: string) => Employment) {}

  accept(command: PlanCommand, actor: Actor): void {
    switch (command.type) {
      case 'startPlan':
        this.name(command.coordinatorPersonId);
        return;
      case 'reopenPlan':
        this.name(command.coordinatorPersonId);
        return;
      case 'nameCoordinator':
        this.name(command.personId);
        return;
      case 'proposeHandover':
        this.successor = this.asNamed(command.successorPersonId);
        return;
      case 'acceptHandover':
        if (this.successor === null) throw new Error('a handover was accepted that nobody proposed');
        this.coordinator = this.successor;
        this.settled();
        return;
      case 'declineHandover':
      case 'withdrawHandover':
        this.successor = null;
        return;
      case 'resignCoordinator':
        if (!isNamed(this.coordinator, actor)) throw new Error('somebody else resigned as the coordinator');
        this.coordinator = null;
        return;
      case 'appointDeputy':
        this.deputy = { ...this.asNamed(command.personId), from: command.from, to: command.to };
        return;
      case 'dismissDeputy':
        this.deputy = null;
        return;
      case 'fixMeeting':
      case 'moveMeeting':
        if (typeof command.to === 'string') this.meetingEnds.set(command.meetingId, command.to);
        return;
      case 'cancelMeeting':
        this.meetingEnds.set(command.meetingId, '');
        return;
      case 'respondToInvitation': {
        const place = `${command.meetingId} ${command.participantId}`;
        if (command.deputyPersonId === null) this.meetingDeputies.delete(place);
        else this.meetingDeputies.set(place, command.deputyPersonId);
        return;
      }
      case 'reportEmployment':
        this.hear(command.personId);
        return;
      default:
    }
  }

  /**
   * Whether somebody coordinates or stands in at an instant, whatever the plan still says of them.
   * @param acting As what they act now: what they signed in for can only make less of what the register says.
   */
  coordinates(personId: string, acting: Employment, at: string): boolean {
    const { deputy } = this;
    return (
      isStill(this.coordinator, personId, acting) ||
      (deputy !== null && deputy.from <= at && at < deputy.to && isStill(deputy, personId, acting))
    );
  }

  /** Whether somebody is asked to coordinate. */
  isAsked(personId: string, acting: Employment): boolean {
    return isStill(this.successor, personId, acting);
  }

  /** Whether somebody goes to a meeting that is not over yet, instead of this participant. */
  goesFor(participantId: string, personId: string, at: string): boolean {
    return [...this.meetingDeputies].some(([place, deputy]) => {
      const [meetingId = '', represented] = place.split(' ');
      const isOver = (this.meetingEnds.get(meetingId) ?? at) < at;
      return deputy === personId && represented === participantId && !isOver;
    });
  }

  /** What follows in the plan when it is told what the register has said already. */
  private hear(personId: string): void {
    if (this.deputy?.personId === personId && !this.isStill(this.deputy, personId)) this.deputy = null;
    if (this.successor?.personId === personId && !this.isStill(this.successor, personId))
      this.successor = null;
    if (this.coordinator?.personId === personId && !this.isStill(this.coordinator, personId)) {
      this.left = this.coordinator;
      this.coordinator = null;
    } else if (this.left?.personId === personId && this.isStill(this.left, personId)) {
      const { left, successor } = this;
      this.coordinator = left;
      this.settled();
      this.successor = successor;
    }
  }

  private name(personId: string): void {
    this.coordinator = this.asNamed(personId);
    this.settled();
  }

  /** There is a coordinator: nobody is asked any more, and nobody stands in for themself. */
  private settled(): void {
    this.successor = null;
    this.left = null;
    if (this.deputy?.personId === this.coordinator?.personId) this.deputy = null;
  }

  private asNamed(personId: string): Named {
    return { personId, organisationId: this.employmentOf(personId).worksIn[0] ?? null };
  }

  private isStill(named: Named | null, personId: string): boolean {
    return isStill(named, personId, this.employmentOf(personId));
  }
}

function isStill(named: Named | null, personId: string, { worksIn, roles }: Employment): boolean {
  if (named?.personId !== personId || named.organisationId === null) return false;
  const mayCoordinate = roles.some((role: string) => MAY_COORDINATE.includes(role));
  return worksIn.includes(named.organisationId) && mayCoordinate;
}

function isNamed(named: Named | null, actor: Actor): boolean {
  return actor.kind === 'person' && named?.personId === actor.personId;
}
