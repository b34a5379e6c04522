import type { DataSource } from 'typeorm';
import { processOrigin } from '../audit/audit-entry.types.js';
import type { Clock } from '../clock/clock.js';
import { DomainError } from '../domain/plan/errors.js';
import { type CalendarReply, meetingUid, type ReturnedMail } from '../mail/index.js';
import type { ContactBook } from '../persistence/contact-details/contact-book.js';
import { derivedId } from '../record/derived-id.js';
import type { PlanRecord } from '../record/plan-record.js';
import { addresseeOf } from '../record/read/addressees.read.js';
import { loggable, type NoticeLog } from './notice-log.js';
import { participantIdOf } from './notice-row.js';
import { isAboutTask, reportNotice, tellPlan } from './report-notice.js';
import { noteBounced, noteDelivered, noticesIn, type ReturnedNotice } from './returned-notices.js';

/** The code of a mail that failed without one. */
const NO_STATUS = 'BOUNCED';

/** Why nothing follows from a mail that came back. */
type Dropped =
  | 'unreadable'
  | 'automatic'
  | 'personal'
  /** A report that says neither yes nor no. */
  | 'undecided'
  /** The mail that it is about is not known any more. */
  | 'unknownMail'
  /** A reply to what was no invitation, to another one, or from somebody else. */
  | 'notInvited'
  /** The rules do not take the reply, for instance since the meeting is over. */
  | 'refused';

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
  readonly #dropped = new Map<Dropped, number>();

  constructor(private readonly parts: MailReturnsParts) {}

  /**
   * Does what follows from a mail that came back.
   * @param messageId of the mail of ours that it is about
   * @throws Error if it could not be put on record; then the mail must come again
   */
  async take(messageId: string, mail: ReturnedMail): Promise<void> {
    if (mail.kind === 'other') {
      this.drop(mail.what);
      return;
    }
    const rows = await noticesIn(this.parts.database, messageId);
    if (rows.length === 0) this.drop('unknownMail');
    else if (mail.kind === 'calendarReply') await this.answer(rows, mail.sender, mail.reply);
    else await this.report(messageId, rows, mail.entries);
  }

  /** A mail of ours has one recipient; of several that it was passed on to, one that failed is enough to look at it. */
  private async report(
    messageId: string,
    rows: readonly ReturnedNotice[],
    entries: Extract<ReturnedMail, { kind: 'deliveryReport' }>['entries'],
  ): Promise<void> {
    const failed = entries.find(({ action }) => action === 'failed');
    if (failed !== undefined) await this.bounced(messageId, rows, failed.status ?? NO_STATUS);
    else if (entries.some(({ action }) => action === 'delivered')) await this.delivered(messageId, rows);
    else this.drop('undecided');
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

  private async answer(rows: readonly ReturnedNotice[], sender: string, reply: CalendarReply): Promise<void> {
    const [invitation] = rows;
    const participantId = invitation === undefined ? null : participantIdOf(invitation);
    const meetingId = invitation?.meetingId ?? null;
    if (invitation === undefined || participantId === null || meetingId === null) {
      this.drop('notInvited');
      return;
    }
    const { planId } = invitation;
    const isOurs = reply.uid === meetingUid(`${planId}-${meetingId}`, this.parts.domain);
    const address = isOurs ? await this.addressOf(planId, participantId) : null;
    if (address === null || address !== reply.attendee || address !== sender) {
      this.drop('notInvited');
      return;
    }
    await this.recordAnswer(invitation, { meetingId, participantId }, reply);
  }

  private async recordAnswer(
    invitation: ReturnedNotice,
    who: { readonly meetingId: string; readonly participantId: string },
    { sequence, response, stamp }: CalendarReply,
  ): Promise<void> {
    const { planId } = invitation;
    const id = derivedId('invitationReply', planId, who.meetingId, who.participantId, stamp, response);
    try {
      await this.parts.record.execute(
        planId,
        { type: 'recordInvitationReply', ...who, sequence, response, repliedAt: stamp },
        { actor: { kind: 'process' }, commandId: id, expectedSeq: null, origin: processOrigin(id) },
      );
      this.parts.log.info(loggable(invitation), 'an invitation was answered from a calendar');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.drop('refused', error.code);
    }
  }

  /** The mail address of who stands for a participant now; null if there is none. */
  private async addressOf(planId: string, participantId: string): Promise<string | null> {
    const { database, record, contacts } = this.parts;
    const participant = (await record.load(planId))?.participants[participantId];
    if (participant === undefined || participant.removedAt !== null) return null;
    const addressee = await addresseeOf(database, contacts, participant.personId);
    return addressee?.email?.toLowerCase() ?? null;
  }

  /** Says how many mails of this sort were dropped since the start, and nothing of what is in them. */
  private drop(why: Dropped, code: string | null = null): void {
    const dropped = (this.#dropped.get(why) ?? 0) + 1;
    this.#dropped.set(why, dropped);
    this.parts.log.info({ why, code, dropped }, 'a mail that came back was dropped');
  }
}
