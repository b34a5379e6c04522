import type { DataSource } from 'typeorm';
import { processOrigin } from '../audit/audit-entry.types.js';
import type { Clock } from '../clock/clock.js';
import type { InvitationResponse, InvitationWish } from '../domain/meeting/meeting.types.js';
import { DomainError } from '../domain/plan/errors.js';
import type { PlanCommand } from '../domain/plan/plan.types.js';
import { standingOf, stands } from '../domain/standing/standing.js';
import type { IncomingMail } from '../domain/task/task.types.js';
import { type CalendarReply, isSameMailbox, type ReturnedMail } from '../mail/index.js';
import type { ContactBook } from '../persistence/contact-details/contact-book.js';
import { employmentOf } from '../record/employments.js';
import { derivedId } from '../record/derived-id.js';
import type { PlanRecord } from '../record/plan-record.js';
import type { Recorded } from '../record/plan-record.types.js';
import { addresseeOf } from '../record/read/addressees.read.js';
import { loggable, type NoticeLog } from './notice-log.js';
import { participantIdOf } from './notice-row.js';
import { entryUidOf } from './recipient-codes.js';
import { isAboutTask, reportNotice, tellPlan } from './report-notice.js';
import { noteBounced, noteDelivered, noticesIn, type ReturnedNotice } from './returned-notices.js';

/** The code of a mail that failed without one. */
const NO_STATUS = 'BOUNCED';

/** What became of a mail that came back: it is taken, put before a person, or counted. */
export type ReturnedMailEnd =
  | 'taken'
  | 'putBeforePerson'
  /** No person wrote it, and nothing follows. */
  | 'automatic'
  /** A report that a mail is on its way, or has left the servers that report. */
  | 'underWay'
  /** The mail that it is about is not known any more, so it belongs to no plan. */
  | 'unknownMail'
  /** Nobody looks after a plan that has ended. */
  | 'planEnded';

export interface MailReturnsParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly record: PlanRecord;
  readonly contacts: ContactBook;
  /** The domain of Message-IDs and of the UIDs of calendar entries. */
  readonly domain: string;
  readonly log: NoticeLog;
}

/**
 * Puts on record what follows from mail that came back, as docs/decisions/0011-mail-that-comes-back.md says. Doing it
 * again changes nothing.
 */
export class MailReturns {
  readonly #ends = new Map<ReturnedMailEnd, number>();

  constructor(private readonly parts: MailReturnsParts) {}

  /** How many mails came to each end since the start. */
  get ends(): ReadonlyMap<ReturnedMailEnd, number> {
    return this.#ends;
  }

  /**
   * Does what follows from a mail that came back.
   * @param messageId of the mail of ours that it came back to
   * @param identity by which it is known when it comes again
   * @throws Error if it could not be put on record; then the mail must come again
   */
  async take(messageId: string, mail: ReturnedMail, identity: string): Promise<void> {
    const rows = mail.kind === 'automatic' ? [] : await noticesIn(this.parts.database, messageId);
    const end = await this.endOf({ messageId, rows, identity }, mail);
    const count = (this.#ends.get(end) ?? 0) + 1;
    this.#ends.set(end, count);
    // Nothing of what is in it, and not from whom it is.
    this.parts.log.info({ end, kind: mail.kind, count }, 'a mail came back');
  }

  private async endOf(returned: Returned, mail: ReturnedMail): Promise<ReturnedMailEnd> {
    const [row] = returned.rows;
    if (mail.kind === 'automatic') return 'automatic';
    if (row === undefined) return 'unknownMail';
    switch (mail.kind) {
      case 'deliveryReport':
        return this.report(returned, mail.entries);
      case 'calendarReply':
        return this.answer(returned, row, mail);
      case 'notUnderstood':
        return this.putBeforePerson(returned, row, mail.what);
    }
  }

  /** A mail of ours has one recipient; of several that it was passed on to, one that failed is enough to look at it. */
  private async report(
    { messageId, rows }: Returned,
    entries: Extract<ReturnedMail, { kind: 'deliveryReport' }>['entries'],
  ): Promise<ReturnedMailEnd> {
    const failed = entries.find(({ action }) => action === 'failed');
    if (failed !== undefined) await this.bounced(messageId, rows, failed.status ?? NO_STATUS);
    else if (entries.some(({ action }) => action === 'delivered')) await this.delivered(messageId, rows);
    else return 'underWay';
    return 'taken';
  }

  private async bounced(messageId: string, rows: readonly ReturnedNotice[], code: string): Promise<void> {
    const { database, record, log } = this.parts;
    for (const row of rows) await reportNotice(record, row, 'failed', code, log);
    await noteBounced(database, messageId, code);
    for (const row of rows) log.warn({ ...loggable(row), code }, 'a notice came back');
  }

  private async delivered(messageId: string, rows: readonly ReturnedNotice[]): Promise<void> {
    const { database, clock, record, log } = this.parts;
    for (const row of rows) {
      const doubted = row.status === 'uncertain' && !isAboutTask(row);
      await (doubted ? tellPlan : reportNotice)(record, row, 'delivered', null, log);
    }
    await noteDelivered(database, messageId, await clock.now());
    for (const row of rows) log.info(loggable(row), 'a notice was delivered');
  }

  private async answer(
    returned: Returned,
    row: ReturnedNotice,
    { sender, replies }: Extract<ReturnedMail, { kind: 'calendarReply' }>,
  ): Promise<ReturnedMailEnd> {
    const { planId, meetingId } = row;
    const participantId = participantIdOf(row);
    const uid =
      meetingId === null ? null : entryUidOf(row.entryUid, { planId, meetingId }, this.parts.domain);
    const reply = replies.find((one) => one.uid.toLowerCase() === uid?.toLowerCase());
    const address = participantId === null ? null : await this.addressOf(planId, participantId);
    const given = reply === undefined || address === null ? null : answerOf(reply, address, sender);
    if (reply === undefined || given === null || meetingId === null || participantId === null) {
      return this.putBeforePerson(returned, row, 'calendarAnswer');
    }
    const { sequence, stamp } = reply;
    const repliedAt = stamp ?? (await this.parts.clock.now());
    const command = {
      type: 'recordInvitationReply',
      meetingId,
      participantId,
      sequence,
      repliedAt,
      ...given,
    } as const;
    const recorded = await this.execute(returned, planId, command);
    if (recorded === null) return this.putBeforePerson(returned, row, 'calendarAnswer');
    return recorded.events.some(({ event }) => event.type === 'taskRaised') ? 'putBeforePerson' : 'taken';
  }

  /** The mail itself is kept nowhere: a task says what kind it was, from whom and when. */
  private async putBeforePerson(
    returned: Returned,
    row: ReturnedNotice,
    what: IncomingMail,
  ): Promise<ReturnedMailEnd> {
    const command = { type: 'reportIncomingMail', what, participantId: participantIdOf(row) } as const;
    const recorded = await this.execute(returned, row.planId, command);
    return recorded?.state.ended === null ? 'putBeforePerson' : 'planEnded';
  }

  /**
   * Gives a command about a mail to its plan, once however often the mail comes.
   * @returns what is on record then; null if the rules do not take it, for instance since the meeting is over.
   */
  private async execute(
    { identity }: Returned,
    planId: string,
    command: ReturnCommand,
  ): Promise<Recorded | null> {
    const id = derivedId('returnedMail', planId, command.type, command.participantId ?? '', identity);
    const context = {
      actor: { kind: 'process' },
      commandId: id,
      expectedSeq: null,
      origin: processOrigin(id),
    } as const;
    try {
      return await this.parts.record.execute(planId, command, context);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.parts.log.info({ planId, code: error.code }, 'what came back by mail is not taken by the rules');
      return null;
    }
  }

  /** The mail address of who stands for a participant now; null if there is none. */
  private async addressOf(planId: string, participantId: string): Promise<string | null> {
    const { database, record, contacts } = this.parts;
    const participant = (await record.load(planId))?.participants[participantId];
    if (participant === undefined || participant.removedAt !== null) return null;
    const { personId } = participant;
    if (!stands(standingOf(participant), await employmentOf(database, personId))) return null;
    const addressee = await addresseeOf(database, contacts, personId);
    return addressee === null || addressee.deceased ? null : addressee.email;
  }
}

/** A mail that came back, with the notices that the mail told to which it came back. */
interface Returned {
  readonly messageId: string;
  readonly rows: readonly ReturnedNotice[];
  readonly identity: string;
}

type ReturnCommand = Extract<PlanCommand, { type: 'recordInvitationReply' | 'reportIncomingMail' }>;

/**
 * What somebody answers by a reply that came to the address which only their invitation names, as its attendee; of a program that
 * names people otherwise than by address, by the address that the mail says to be from. Who sent it says nothing beyond that: calendar services and secretaries send in
 * their own name, and a name is easily written.
 * @param address of whom the invitation was for
 * @returns null if somebody else answers, or nobody says anything.
 */
function answerOf(
  { attendees, isCounter }: CalendarReply,
  address: string,
  sender: string | null,
): { response: InvitationResponse; wish?: InvitationWish } | null {
  const own = attendees.find((one) => one.address !== null && isSameMailbox(one.address, address));
  const [only, ...others] = attendees;
  const isOwnMail =
    sender !== null && isSameMailbox(sender, address) && others.length === 0 && only?.address === null;
  const response = (own ?? (isOwnMail ? only : undefined))?.response;
  if (response === undefined) return null;
  // Whoever proposes another time has not said yes to this one, whatever the program wrote.
  if (isCounter) return { response: response === 'declined' ? 'declined' : 'tentative', wish: 'anotherTime' };
  if (response === 'delegated') return { response: 'declined', wish: 'delegation' };
  return response === 'none' ? null : { response };
}
