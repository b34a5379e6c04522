import type { CastName } from '../../../apps/local/demonstration/cast.js';
import type { LocalDate } from '../../../libs/domain/calendar/index.js';
import type { DeliveryStatus } from '../../../libs/domain/distribution/distribution.types.js';
import type {
  AgreementOutcome,
  AnswerManner,
  GoalStatus,
  RevisableSection,
  WrittenSection,
} from '../../../libs/domain/drafting/drafting.types.js';
import type { Channel } from '../../../libs/domain/participants/participant.types.js';
import { DeskPart } from './desk-part.js';

export interface AgreementTerms {
  readonly title: string;
  readonly responsible: CastName;
  readonly dueDate: LocalDate;
}

/** The plan itself: sections, goals, agreements, approval, versions. */
export class DraftDesk extends DeskPart {
  /** Writes a section over what stood there, as it was read just before. */
  async write(section: WrittenSection, content: string): Promise<void> {
    const { revision } = await this.read<{ revision: number }>(`/sections/${section}`);
    await this.command('PUT', `sections/${section}`, { content }, `"${revision}"`);
  }

  setGoal(goal: string, title: string, priority: number): Promise<unknown> {
    return this.command('PUT', `goals/${this.id('goal', goal)}`, { title, priority });
  }

  reportGoal(
    goal: string,
    status: Exclude<GoalStatus, 'open'>,
    note: string | null = null,
  ): Promise<unknown> {
    return this.command('PUT', `goals/${this.id('goal', goal)}/status`, { status, note });
  }

  agree(agreement: string, goal: string, terms: AgreementTerms): Promise<unknown> {
    return this.command('POST', 'agreements', {
      goalId: this.id('goal', goal),
      ...this.terms(agreement, terms),
    });
  }

  endAgreement(agreement: string, outcome: AgreementOutcome, reason: string | null = null): Promise<unknown> {
    return this.command('POST', `agreements/${this.id('agreement', agreement)}/outcome`, { outcome, reason });
  }

  changeAgreement(
    agreement: string,
    reason: string,
    replacement: string,
    terms: AgreementTerms,
  ): Promise<unknown> {
    return this.command('POST', `agreements/${this.id('agreement', agreement)}/outcome`, {
      outcome: 'changed',
      reason,
      replacement: this.terms(replacement, terms),
    });
  }

  submit(): Promise<unknown> {
    return this.command('POST', 'draft/submission');
  }

  /** @param manner How somebody else, whose answer is recorded here, gave it. */
  async approve(name: CastName, manner: AnswerManner | null = null): Promise<unknown> {
    const [version] = (await this.read<{ items: { submittedAt: string }[] }>('/versions')).items;
    const approval = { participantId: this.participant(name), manner, submittedAt: version?.submittedAt };
    return this.command('POST', 'draft/approvals', approval);
  }

  object(name: CastName, section: RevisableSection | 'survey', reason: string): Promise<unknown> {
    return this.command('POST', 'draft/objections', {
      participantId: this.participant(name),
      section,
      reason,
    });
  }

  lock(reason: string): Promise<unknown> {
    return this.command('POST', 'versions', { reason });
  }

  recordDelivery(
    version: number,
    name: CastName,
    status: Exclude<DeliveryStatus, 'queued' | 'withheld'>,
    channel: Channel,
  ): Promise<unknown> {
    return this.command('POST', `versions/${version}/deliveries/${this.participant(name)}/records`, {
      status,
      channel,
    });
  }

  private terms(agreement: string, { title, responsible, dueDate }: AgreementTerms): object {
    return {
      agreementId: this.id('agreement', agreement),
      title,
      responsibleParticipantId: this.participant(responsible),
      dueDate,
    };
  }
}
