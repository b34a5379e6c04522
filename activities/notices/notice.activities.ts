import { Context } from '@temporalio/activity';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../libs/clock/clock.js';
import type { DrainResult, NoticeActivities, NoticesInput } from '../../libs/contracts/index.js';
import type { MailTransport } from '../../libs/mail/index.js';
import {
  NoticeDelivery,
  type NoticeLog,
  type NoticeSettings,
  NoticeShift,
} from '../../libs/notices/index.js';
import type { Vault } from '../../libs/persistence/vault.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';

/** How often a drain says that it is alive, in milliseconds; its workflow misses it after thirty seconds. */
const SIGN_OF_LIFE = 5_000;

/** The part of the dispatcher that talks to database and mail server. */
@Injectable()
export class NoticeActivitiesHost implements NoticeActivities {
  readonly #delivery: NoticeDelivery;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    record: PlanRecord,
    transport: MailTransport,
    private readonly settings: NoticeSettings,
    private readonly log: NoticeLog,
    vault: Vault,
  ) {
    this.#delivery = new NoticeDelivery(dataSource, clock, record, transport, settings, log, vault);
  }

  /** Also runs outside an activity; then it tells nobody that it is alive. */
  async drainNotices({ shard }: NoticesInput): Promise<DrainResult> {
    const activity = currentActivity();
    const signal = activity?.cancellationSignal ?? new AbortController().signal;
    const shift = new NoticeShift(this.dataSource, this.clock, this.#delivery, this.settings, shard, signal);
    const alive = setInterval(() => {
      activity?.heartbeat();
      // The lease only spares pokes: a renewal that fails costs one.
      shift.renewLease().catch(() => {
        this.log.warn({ shard }, 'the lease of a drain was not renewed');
      });
    }, SIGN_OF_LIFE);
    try {
      return { nextDueAt: await shift.run() };
    } finally {
      clearInterval(alive);
    }
  }
}

function currentActivity(): Context | null {
  try {
    return Context.current();
  } catch {
    return null;
  }
}
