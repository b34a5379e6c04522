import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import type { MailTransport, SendOutcome } from '../mail/index.js';
import type { Vault } from '../persistence/vault.js';
import type { PlanRecord } from '../record/plan-record.js';
import { nextTry } from './back-off.js';
import { type Begun, beginSending, type Bundle } from './begin-sending.js';
import { type AbandonedSending, abandonedSendings, releaseAbandoned } from './notice-claims.js';
import { loggable, type NoticeLog } from './notice-log.js';
import type { NoticeRow } from './notice-row.js';
import type { NoticeSettings } from './notice-settings.js';
import { noteAnswer, putBack, settleSent, settleUnsent } from './notice-settling.js';
import { reportNotice } from './report-notice.js';

/** The code of a notice that a drain left behind without an answer. */
const NO_ANSWER = 'NO_ANSWER';

/** Sends claimed notices and settles what became of them, as docs/decisions/0005-mail-sent-once.md says. */
export class NoticeDelivery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly record: PlanRecord,
    private readonly transport: MailTransport,
    private readonly settings: NoticeSettings,
    private readonly log: NoticeLog,
    private readonly vault: Vault,
  ) {}

  /** Sends what of a bundle may go now, as one mail, and settles the rest. */
  async deliver(bundle: Bundle, claimedBy: string): Promise<void> {
    const { settings, vault, transport } = this;
    const sender = { claimedBy, settings, vault, domain: transport.domain };
    const begun = await beginSending(this.dataSource, bundle, sender, await this.clock.now());
    for (const one of begun.setAside) await this.settleAside(one, claimedBy);
    if (begun.mail === null) return;
    const outcome = await this.transport.send(begun.mail.message);
    await this.settle(begun.mail.rows, begun.mail.messageId, outcome, claimedBy);
  }

  /** Puts a bundle back that a drain has no time for. */
  async handBack({ rows }: Bundle, claimedBy: string): Promise<void> {
    const now = await this.clock.now();
    for (const row of rows) await putBack(this.dataSource, row, claimedBy, now);
  }

  /** Settles what a drain that died left behind in a shard. */
  async settleAbandoned(shard: number): Promise<void> {
    const now = await this.clock.now();
    await releaseAbandoned(this.dataSource, shard, now);
    for (const row of await abandonedSendings(this.dataSource, shard, now)) await this.settleSending(row);
  }

  private async settleSending(row: AbandonedSending): Promise<void> {
    if (row.sentAt !== null) await this.accepted([row], row.messageId);
    else if (row.code !== null) await this.refused([row], row.messageId, row.code);
    else await this.uncertain([row], row.messageId, NO_ANSWER);
  }

  private async settleAside({ row, verdict }: Begun['setAside'][number], claimedBy: string): Promise<void> {
    switch (verdict.what) {
      case 'later':
        return putBack(this.dataSource, row, claimedBy, verdict.dueAt);
      case 'unreachable':
        return this.unreachable(row, verdict.code);
      case 'withheld':
        await reportNotice(this.record, row, 'withheld', null, this.log);
        break;
      case 'moot':
        break;
    }
    await settleUnsent(this.dataSource, [row], verdict.what, null);
    this.log.info({ ...loggable(row), outcome: verdict.what }, 'a notice was not sent');
  }

  private async settle(
    rows: readonly NoticeRow[],
    messageId: string,
    outcome: SendOutcome,
    claimedBy: string,
  ): Promise<void> {
    switch (outcome.status) {
      case 'accepted':
        await noteAnswer(this.dataSource, rows, { sentAt: await this.clock.now(), code: null });
        return this.accepted(rows, messageId);
      case 'refused':
        await noteAnswer(this.dataSource, rows, { sentAt: null, code: outcome.code });
        return this.refused(rows, messageId, outcome.code);
      case 'uncertain':
        return this.uncertain(rows, messageId, outcome.code);
      case 'deferred':
        return this.deferred(rows, messageId, outcome.code, claimedBy);
    }
  }

  private async unreachable(row: NoticeRow, code: string): Promise<void> {
    await reportNotice(this.record, row, 'failed', code, this.log);
    await settleUnsent(this.dataSource, [row], 'refused', code);
    this.log.warn({ ...loggable(row), code }, 'a notice reaches nobody');
  }

  private async accepted(rows: readonly NoticeRow[], messageId: string): Promise<void> {
    for (const row of rows) await reportNotice(this.record, row, 'accepted', null, this.log);
    await settleSent(this.dataSource, rows, 'accepted', messageId, null);
    for (const row of rows) this.log.info(loggable(row), 'a notice was accepted');
  }

  private async refused(rows: readonly NoticeRow[], messageId: string, code: string): Promise<void> {
    for (const row of rows) await reportNotice(this.record, row, 'failed', code, this.log);
    await settleSent(this.dataSource, rows, 'refused', messageId, code);
    for (const row of rows) this.log.warn({ ...loggable(row), code }, 'a notice was refused');
  }

  private async uncertain(rows: readonly NoticeRow[], messageId: string, code: string): Promise<void> {
    for (const row of rows) await reportNotice(this.record, row, 'uncertain', code, this.log);
    await settleSent(this.dataSource, rows, 'uncertain', messageId, code);
    for (const row of rows) this.log.warn({ ...loggable(row), code }, 'a notice may have been sent or not');
  }

  private async deferred(
    rows: readonly NoticeRow[],
    messageId: string,
    code: string,
    claimedBy: string,
  ): Promise<void> {
    const now = await this.clock.now();
    for (const row of rows) {
      const dueAt = nextTry(row.attempts, now);
      if (dueAt === null) {
        await noteAnswer(this.dataSource, [row], { sentAt: null, code });
        await this.refused([row], messageId, code);
        continue;
      }
      await putBack(this.dataSource, row, claimedBy, dueAt, { code });
      this.log.info({ ...loggable(row), code, dueAt }, 'a notice is tried again later');
    }
  }
}
