import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import {
  addDuration,
  durationBetween,
  type Instant,
  maxInstant,
  minInstant,
} from '../domain/calendar/index.js';
import { bundled } from './bundles.js';
import { inParallel } from './in-parallel.js';
import { claimDue, nextDueAt } from './notice-claims.js';
import type { NoticeDelivery } from './notice-delivery.js';
import { clearLease, takeLease } from './notice-lease.js';
import { NoticeListener } from './notice-listener.js';
import type { NoticeSettings } from './notice-settings.js';

/** How many people are written to at the same time. */
const AT_ONCE = 4;

/** The shortest pause, in milliseconds, when another drain is busy with what is due. */
const SHORTEST_PAUSE = 100;

/** One drain of a shard: from taking its lease to giving it back. */
export class NoticeShift {
  readonly #claimedBy = randomUUID();
  #awake = false;
  #renewal: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly delivery: NoticeDelivery,
    private readonly settings: NoticeSettings,
    private readonly shard: number,
    /** Aborted when the drain must come to an end; mails under way are still settled. */
    private readonly signal: AbortSignal,
  ) {}

  /** Sends what is due, lingers for more, and gives back when something is due next. */
  async run(): Promise<Instant | null> {
    const end = addDuration(await this.clock.now(), { minutes: this.settings.times.longestSeconds / 60 });
    for (;;) {
      this.#awake = true;
      await this.renewLease();
      await this.sendAndLinger(end);
      // Whoever queued something while the lease stood did not poke: it is seen now, or pokes from now on.
      await this.giveLeaseBack();
      const next = await nextDueAt(this.dataSource, this.shard);
      const now = await this.clock.now();
      if (next === null || this.signal.aborted || next > this.soonAfter(now)) return next;
      // What is due soon is waited for by the next drain: a timer would be an action more.
      if (now >= end) return now;
    }
  }

  /** Until when something due is waited for; only a drain that lingers waits. */
  private soonAfter(now: Instant): Instant {
    const { lingerSeconds, soonSeconds } = this.settings.times;
    return lingerSeconds === 0 ? now : addDuration(now, { minutes: soonSeconds / 60 });
  }

  /** To be called every now and then while it runs. */
  async renewLease(): Promise<void> {
    if (!this.#awake) return;
    this.#renewal = this.takeLease();
    await this.#renewal;
  }

  private async takeLease(): Promise<void> {
    await takeLease(this.dataSource, this.shard, await this.clock.now(), this.settings.times.leaseSeconds);
  }

  /** A renewal under way must not come after it, or nobody would poke a drain that is asleep. */
  private async giveLeaseBack(): Promise<void> {
    this.#awake = false;
    await this.#renewal.catch(() => undefined);
    await clearLease(this.dataSource, this.shard);
  }

  private async sendAndLinger(end: Instant): Promise<void> {
    if (this.settings.times.lingerSeconds === 0) {
      await this.sendDue(end);
      return;
    }
    const listener = await NoticeListener.open(this.dataSource, this.shard);
    try {
      await this.linger(listener, end);
    } finally {
      await listener.close();
    }
  }

  private async linger(listener: NoticeListener, end: Instant): Promise<void> {
    let lastNews = await this.clock.now();
    for (;;) {
      if (await this.sendDue(end)) lastNews = await this.clock.now();
      const next = await nextDueAt(this.dataSource, this.shard);
      const now = await this.clock.now();
      const until = minInstant(end, this.lingersUntil(lastNews, next));
      if (now >= until || this.signal.aborted) return;
      // A listener may have become deaf, so it is looked again before long, whatever is heard.
      const lookAgain = minInstant(until, this.soonAfter(now), next ?? until);
      const pause = durationBetween(now, lookAgain);
      if (await listener.heard(Math.max(pause, SHORTEST_PAUSE), this.signal))
        lastNews = await this.clock.now();
    }
  }

  private lingersUntil(lastNews: Instant, next: Instant | null): Instant {
    const quiet = addDuration(lastNews, { minutes: this.settings.times.lingerSeconds / 60 });
    return next !== null && next < this.soonAfter(quiet) ? maxInstant(quiet, next) : quiet;
  }

  /** Sends everything that is due, and says whether there was anything. */
  private async sendDue(end: Instant): Promise<boolean> {
    await this.delivery.settleAbandoned(this.shard);
    for (let any = false; ; any = true) {
      const now = await this.clock.now();
      if (now >= end || this.signal.aborted) return any;
      const claim = {
        shard: this.shard,
        now,
        claimedBy: this.#claimedBy,
        limit: this.settings.batchSize,
        gatheredUntil: addDuration(now, { minutes: this.settings.times.gatheredSeconds / 60 }),
      };
      const rows = await claimDue(this.dataSource, claim);
      if (rows.length === 0) return any;
      await inParallel(await bundled(this.dataSource, rows, now), AT_ONCE, async (bundles) => {
        for (const bundle of bundles) {
          if (this.signal.aborted) await this.delivery.handBack(bundle, this.#claimedBy);
          else await this.delivery.deliver(bundle, this.#claimedBy);
        }
      });
    }
  }
}
