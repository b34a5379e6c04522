import type { DataSource } from 'typeorm';
import type { Instant } from '../../libs/domain/calendar/index.js';
import type { NoticeKind, NoticeRecipient } from '../../libs/domain/notice/notice.types.js';
import type { EventType } from '../../libs/domain/plan/plan.types.js';
import type { Vault } from '../../libs/persistence/vault.js';

/** An event of a plan as it is on record. */
export interface ToldEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly type: EventType;
  readonly by: 'person' | 'process';
  readonly data: Readonly<Record<string, unknown>>;
}

/** A notice of a plan, with what became of it. */
export interface ToldNotice {
  readonly kind: NoticeKind;
  readonly recipient: NoticeRecipient;
  readonly status: string;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
}

/** What the record knows of a plan's life, for whoever looks back on it. */
export class ToldStory {
  private constructor(
    readonly events: readonly ToldEvent[],
    readonly notices: readonly ToldNotice[],
  ) {}

  static async of(database: DataSource, vault: Vault, planId: string): Promise<ToldStory> {
    const recorded = await vault.events.read(database, planId);
    const events = recorded.map(({ seq, at, actorKind, event: { type, ...data } }) => ({
      seq,
      at,
      type,
      by: actorKind,
      data,
    }));
    const notices = await database.query<ToldNotice[]>(
      `SELECT kind, recipient, status, created_at AS "createdAt", sent_at AS "sentAt"
       FROM notices WHERE plan_id = $1 ORDER BY id`,
      [planId],
    );
    return new ToldStory(events, notices);
  }

  /** The events of a type, those only whose data match. */
  all(type: EventType, like: Readonly<Record<string, unknown>> = {}): ToldEvent[] {
    return this.events.filter(
      (event) =>
        event.type === type && Object.entries(like).every(([field, value]) => event.data[field] === value),
    );
  }

  /** The only event of a type. Throws if there are none or several. */
  one(type: EventType, like: Readonly<Record<string, unknown>> = {}): ToldEvent {
    const [event, ...others] = this.all(type, like);
    if (event === undefined || others.length > 0) throw new Error(`Expected one ${type}.`);
    return event;
  }

  /** The steps of a name that were performed, for whatever reference contains a text. */
  steps(step: string, refPart = ''): ToldEvent[] {
    return this.all('stepPerformed', { step }).filter(({ data }) => String(data['ref']).includes(refPart));
  }

  /** The notices of a kind to a participant that went out. */
  sent(kind: NoticeKind, participantId: string): ToldNotice[] {
    return this.sentTo(participantId).filter((notice) => notice.kind === kind);
  }

  /** Everything that went out to a participant. */
  sentTo(participantId: string): ToldNotice[] {
    return this.notices.filter(
      ({ recipient, status }) =>
        status === 'accepted' &&
        recipient.kind === 'participant' &&
        recipient.participantId === participantId,
    );
  }
}
