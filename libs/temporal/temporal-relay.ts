import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import {
  noticesQueuedSignal,
  NOTICES_TASK_QUEUE,
  NOTICES_WORKFLOW,
  noticesWorkflowId,
  type WaitState,
} from '../contracts/index.js';
import { isAwake } from '../notices/notice-lease.js';
import { AfterCommit } from '../record/after-commit.js';
import { NOTICE_CHANNEL } from '../record/notice-outbox.js';
import { markSignalled, untoldWaitStates } from '../record/wait-state-outbox.js';
import { tellProcess } from './tell-process.js';

/** Signals under way at a time: enough to keep up, few enough not to flood a server that comes back. */
const IN_FLIGHT = 8;
/** What somebody does in one go is told once: only a plan's newest wait state goes out after this pause. */
const GATHERED_MILLISECONDS = 1_000;
/** How many of the outbox's rows are made up for at a time. */
const BATCH = 200;

/**
 * Tells processes what the record has decided: a moment after the commit, the newest wait state per plan only, a few at
 * a time. What it could not tell stays in the outbox, and `catchUp` or the sweeper tells it later.
 */
export class TemporalRelay extends AfterCommit {
  readonly #waiting = new Map<string, WaitState>();
  /** One call per plan at a time: two at once could both try to start its process. */
  readonly #telling = new Set<string>();
  readonly #running = new Set<Promise<void>>();
  #gathering: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly client: Client,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    super();
  }

  override waitStateChanged(planId: string, waitState: WaitState): void {
    if (this.#closed) return;
    const waiting = this.#waiting.get(planId);
    if (waiting === undefined || waiting.seq < waitState.seq) this.#waiting.set(planId, waitState);
    this.#gathering ??= setTimeout(() => {
      this.#tellGathered();
    }, GATHERED_MILLISECONDS);
  }

  override noticesQueued(shards: readonly number[]): void {
    if (this.#closed) return;
    for (const shard of shards) this.#track(this.#poke(shard));
  }

  /** Wakes dispatchers whatever their leases say: theirs may be lost with Temporal's data. */
  wakeDispatchers(shards: readonly number[]): void {
    for (const shard of shards) this.#track(this.#wake(shard));
  }

  /** Tells what was left behind for at least a few seconds. Returns how many. */
  async catchUp(changedBefore: string): Promise<number> {
    const untold = await untoldWaitStates(this.dataSource, changedBefore, BATCH);
    for (const { planId, waitState } of untold) this.waitStateChanged(planId, waitState);
    return untold.length;
  }

  /** Tells what is being gathered, and resolves once nothing is under way. */
  async settled(): Promise<void> {
    this.#tellGathered();
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Takes nothing new and waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.clear();
    await this.settled();
  }

  #tellGathered(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#fill();
  }

  #fill(): void {
    while (this.#running.size < IN_FLIGHT) {
      const next = this.#firstTellable();
      if (next === undefined) return;
      const [planId, waitState] = next;
      this.#waiting.delete(planId);
      this.#telling.add(planId);
      this.#track(this.#tell(planId, waitState));
    }
  }

  #firstTellable(): [string, WaitState] | undefined {
    for (const entry of this.#waiting) if (!this.#telling.has(entry[0])) return entry;
    return undefined;
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => {
      this.#running.delete(tracked);
      this.#fill();
    });
    this.#running.add(tracked);
  }

  async #tell(planId: string, waitState: WaitState): Promise<void> {
    try {
      await tellProcess(this.client, planId, waitState);
      await markSignalled(this.dataSource, planId, waitState.seq);
    } catch (error) {
      this.logger.warn({ planId, seq: waitState.seq, reason: reasonOf(error) }, 'wait state not told yet');
    } finally {
      this.#telling.delete(planId);
    }
  }

  async #poke(shard: number): Promise<void> {
    try {
      if (await isAwake(this.dataSource, shard, await this.clock.now())) {
        // After the commit and not within it: transactions that notify commit one after another.
        await this.dataSource.query('SELECT pg_notify($1, $2)', [NOTICE_CHANNEL, String(shard)]);
        return;
      }
    } catch (error) {
      this.logger.warn({ shard, reason: reasonOf(error) }, 'the lease of a dispatcher was not read');
    }
    await this.#wake(shard);
  }

  async #wake(shard: number): Promise<void> {
    try {
      await this.client.workflow.signalWithStart(NOTICES_WORKFLOW, {
        workflowId: noticesWorkflowId(shard),
        taskQueue: NOTICES_TASK_QUEUE,
        args: [{ shard }],
        signal: noticesQueuedSignal,
        signalArgs: [],
        staticSummary: `Notices, shard ${shard}`,
      });
    } catch (error) {
      this.logger.warn({ shard, reason: reasonOf(error) }, 'dispatcher not poked yet');
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
