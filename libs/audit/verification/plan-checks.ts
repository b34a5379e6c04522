import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { PlanState } from '../../domain/plan/plan.types.js';
import type { WaitState } from '../../domain/plan/wait-state.types.js';
import type { FieldCipher } from '../../persistence/encryption/field-cipher.js';
import { type EventFrame, historyWithDigest, NO_HISTORY } from '../../persistence/event-history.js';
import { hashOf, readSnapshot } from '../../persistence/snapshots/snapshot-proof.js';
import { hashOfRows } from '../../record/projections/disclosure-windows.projection.js';
import { columnsOf } from '../../record/projections/plan-row.projection.js';
import type { Change } from './chain-check.js';
import type { FindingKind, Report } from './finding.types.js';
import { everyRow, momentOf, textIn } from './rows.js';

/** How many plans are looked at together. */
const TOGETHER = 100;

/** What a plan's chain says of it. */
export interface ChainedPlan {
  readonly planId: string;
  readonly changes: readonly Change[];
  readonly isErased: boolean;
}

const planRow = z.object({
  planId: z.string(),
  row: z.record(z.string(), z.unknown()),
  kept: z.record(z.string(), z.unknown()).nullable(),
  wait: z.unknown(),
  windows: z.array(z.record(z.string(), z.unknown())),
  hasKey: z.boolean(),
});
type PlanRow = z.infer<typeof planRow>;

const eventRow = z.object({
  planId: z.string(),
  seq: z.int(),
  at: z.string(),
  type: z.string(),
  actorKind: z.string(),
  actorPersonId: z.string().nullable(),
  commandId: z.string().nullable(),
  digest: z.instanceof(Buffer),
});
type Event = z.infer<typeof eventRow>;

const PLANS = `SELECT p.id AS "planId", to_jsonb(p) - 'state' - 'wait_state' AS row, p.state AS kept, p.wait_state AS wait,
    coalesce((
      SELECT jsonb_agg(to_jsonb(w) - 'plan_id' ORDER BY w.position) FROM disclosure_windows w WHERE w.plan_id = p.id
    ), '[]') AS windows,
    EXISTS (SELECT FROM erasure_keys k WHERE k.name = 'plan:' || p.id AND k.wrapped IS NOT NULL) AS "hasKey"
  FROM plans p WHERE p.id = ANY ($1)`;

const EVENTS = `SELECT plan_id AS "planId", seq, ${momentOf('at')} AS at, type, actor_kind AS "actorKind",
    actor_person_id AS "actorPersonId", command_id AS "commandId", sha256(content) AS digest
  FROM plan_events WHERE plan_id = ANY ($1) ORDER BY plan_id, seq`;

/** Holds plans against what their chains say of them, so many together. */
export class PlanChecks {
  #waiting: ChainedPlan[] = [];
  count = 0;
  stale = 0;

  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: FieldCipher,
    private readonly report: Report,
  ) {}

  /** Takes a plan whose chain was followed to its end. */
  async add(plan: ChainedPlan): Promise<void> {
    this.#waiting.push(plan);
    if (this.#waiting.length >= TOGETHER) await this.#look();
  }

  /** Looks at what is left, and for plans and events of which the audit knows nothing. */
  async end(): Promise<void> {
    await this.#look();
    const id = z.object({ planId: z.string() });
    const unknown = `SELECT p.id AS "planId" FROM plans p
      WHERE NOT EXISTS (SELECT FROM audit_entries e WHERE e.chain = 'plan:' || p.id) ORDER BY p.id`;
    for await (const read of everyRow(this.manager, 'unknown_plans', unknown, id)) {
      const planId = read.row?.planId ?? textIn('raw' in read ? read.raw : {}, 'planId');
      this.#found('planWithoutEntry', planId, 0);
    }
    const alone = `SELECT DISTINCT e.plan_id AS "planId" FROM plan_events e
      WHERE NOT EXISTS (SELECT FROM plans p WHERE p.id = e.plan_id)`;
    for await (const read of everyRow(this.manager, 'events_alone', alone, id)) {
      if (read.row !== null) this.#found('planMissing', read.row.planId, 0);
    }
  }

  async #look(): Promise<void> {
    const chained = this.#waiting;
    this.#waiting = [];
    if (chained.length === 0) return;
    const ids = chained.map(({ planId }) => planId);
    const plans = new Map<string, unknown>();
    for (const row of await this.manager.query<{ planId: string }[]>(PLANS, [ids]))
      plans.set(row.planId, row);
    const events = await this.manager.query<{ planId: string; seq: number }[]>(EVENTS, [ids]);
    const eventsOf = Map.groupBy(events, ({ planId }) => planId);
    for (const plan of chained) this.#check(plan, plans.get(plan.planId), eventsOf.get(plan.planId) ?? []);
  }

  #check(chained: ChainedPlan, raw: unknown, events: readonly unknown[]): void {
    const { planId, changes, isErased } = chained;
    const histories = this.#histories(planId, events);
    this.#checkChanges(chained, histories);
    if (raw === undefined) {
      if (changes.length > 0) this.#found('planMissing', planId, 0);
      return;
    }
    this.count += 1;
    const read = planRow.safeParse(raw);
    if (!read.success) {
      this.#found('planUnreadable', planId, 0);
      return;
    }
    if (changes.length === 0) this.#found('planWithoutEntry', planId, 0);
    if (read.data.row['erased_at'] !== null || read.data.kept === null) {
      if (!isErased) this.#found('erasureWithoutEntry', planId, 0);
      return;
    }
    if (!read.data.hasKey) this.#found('contentKeyMissing', planId, 0);
    this.#checkSnapshot(read.data, histories);
  }

  /** The hash over a plan's events up to each of them; they stand without gaps. */
  #histories(planId: string, events: readonly unknown[]): readonly Buffer[] {
    const histories: Buffer[] = [];
    let history: Buffer = NO_HISTORY;
    for (const raw of events) {
      const read = eventRow.safeParse(raw);
      if (!read.success || read.data.seq !== histories.length + 1) {
        this.#found('changeDiffers', planId, read.data?.seq ?? histories.length + 1);
        return histories;
      }
      history = historyWithDigest(history, frameIn(read.data), read.data.digest);
      histories.push(history);
    }
    return histories;
  }

  /** Every event was brought about by something that has an entry, and every entry's events are there as they were. */
  #checkChanges({ planId, changes }: ChainedPlan, histories: readonly Buffer[]): void {
    let until = 0;
    for (const { from, to, history } of changes) {
      if (from > until + 1) this.#found('changeWithoutEntry', planId, until + 1);
      const there = histories[to - 1];
      if (there === undefined) this.#found('entryWithoutChange', planId, to);
      else if (history !== undefined && there.toString('base64') !== history) {
        this.#found('changeDiffers', planId, to);
      }
      until = Math.max(until, to);
    }
    if (histories.length > until) this.#found('changeWithoutEntry', planId, until + 1);
  }

  #checkSnapshot({ planId, row, kept, wait, windows }: PlanRow, histories: readonly Buffer[]): void {
    if (row['seq'] !== histories.length) this.#found('columnDiffers', planId, 0, 'seq');
    const read = readSnapshot(this.cipher, kept ?? {});
    if (read.state === null) {
      if (read.why === 'format') this.stale += 1;
      else this.#found('snapshotForged', planId, 0);
      return;
    }
    const { state, proof } = read;
    const history = histories[state.seq - 1]?.toString('base64');
    if (state.planId !== planId || state.seq !== histories.length || proof.history !== history) {
      this.#found('snapshotDiffers', planId, state.seq);
    }
    if (hashOf(wait) !== proof.waitState) this.#found('waitStateDiffers', planId, state.seq);
    else this.#checkColumns(planId, state, wait as WaitState, row);
    if (hashOfRows(windows) !== proof.windows) this.#found('windowsDiffer', planId, state.seq);
  }

  #checkColumns(planId: string, state: PlanState, wait: WaitState, row: PlanRow['row']): void {
    for (const [column, expected] of Object.entries(columnsOf(state, wait))) {
      if (!isSame(row[column], expected)) this.#found('columnDiffers', planId, state.seq, column);
    }
  }

  #found(kind: FindingKind, planId: string, place: number, about?: string): void {
    this.report({ kind, chain: `plan:${planId}`, place, ...(about === undefined ? {} : { about }) });
  }
}

/** An event's frame as it was hashed: its moment as `toISOString` writes it. */
function frameIn({ planId: _planId, digest: _digest, ...frame }: Event): EventFrame {
  const at = new Date(frame.at);
  return { ...frame, at: Number.isNaN(at.getTime()) ? frame.at : at.toISOString() };
}

/** Whether a column holds what follows; one moment may be written in two ways. */
function isSame(actual: unknown, expected: unknown): boolean {
  if (actual === expected || (actual ?? null) === (expected ?? null)) return true;
  if (typeof actual !== 'string' || typeof expected !== 'string') return false;
  return /T\d/.test(actual) && Date.parse(actual) === Date.parse(expected);
}
