import type { PlanState } from '../../domain/plan/plan.types.js';
import type { ErasureKeys } from '../erasure/erasure-keys.js';
import { EventLog } from '../event-log.js';
import type { Queryable } from '../queryable.js';
import { RecordDamaged } from '../record-damaged.js';
import { foldedPlan } from './folded-plan.js';
import { readSnapshot, type SnapshotProof } from './snapshot-proof.js';

/** Why a snapshot was not used: kept by a release that had another form of it; or not as it was written. */
export type WhyUnfit = 'format' | 'code' | 'place' | 'newerEvents';

/** Is told of every snapshot that was not used. */
export type UnfitWatch = (planId: string, why: WhyUnfit) => void;

/** Snapshots of plans must not be used, and where they were read the events cannot be read that they follow from. */
export class UnfitSnapshot extends Error {
  override readonly name = 'UnfitSnapshot';

  constructor(readonly planIds: readonly string[]) {
    super('SNAPSHOT.UNFIT');
  }
}

const proofs = new WeakMap<PlanState, SnapshotProof>();

/** What the snapshot proves that a state was read from; null for a state that was folded anew, or made otherwise. */
export function proofOf(state: PlanState): SnapshotProof | null {
  return proofs.get(state) ?? null;
}

/** Beside `state` in a statement on `plans`: the newest event, so that an older snapshot put back is noticed. */
export const NEWEST_EVENT =
  '(SELECT max(newest.seq) FROM plan_events newest WHERE newest.plan_id = plans.id) AS "newestEvent"';

type Row = Record<string, unknown>;

/**
 * Holds every snapshot in rows that were read against its code, in its place: nobody who reads can use one that is not
 * as it was written. One that does not fit, or that an older release kept, is folded anew from the events.
 * @param source Where the rows were read; the events are read there too.
 * @throws UnfitSnapshot where the events cannot be read, or are not whole.
 */
export async function verifyRows(
  source: Queryable,
  keys: ErasureKeys,
  rows: readonly unknown[],
  watch: UnfitWatch,
): Promise<void> {
  const unfit: string[] = [];
  for (const row of rows) {
    if (typeof row !== 'object' || row === null) continue;
    const { state } = row as Row;
    if (typeof state !== 'object' || state === null) continue;
    try {
      (row as Row)['state'] = await verified(source, keys, row as Row, state, watch);
    } catch (error) {
      if (!(error instanceof RecordDamaged)) throw error;
      unfit.push(error.planId);
    }
  }
  if (unfit.length > 0) throw new UnfitSnapshot(unfit);
}

async function verified(
  source: Queryable,
  keys: ErasureKeys,
  row: Row,
  kept: object,
  watch: UnfitWatch,
): Promise<PlanState> {
  const planId = row['planId'] ?? row['id'];
  if (typeof planId !== 'string') throw new Error('A state is read together with the id of its plan.');
  const read = readSnapshot(keys.wrapping, kept);
  const why = read.state === null ? read.why : misplaced(read.state, planId, row['newestEvent']);
  if (read.state !== null && why === null) {
    proofs.set(read.state, read.proof);
    return read.state;
  }
  watch(planId, why ?? 'code');
  return (await foldedPlan(source, new EventLog(keys), planId)).state;
}

/** A row that was waited for may be newer than the events that its statement sees; it is never older. */
function misplaced(state: PlanState, planId: string, newest: unknown): WhyUnfit | null {
  if (state.planId !== planId) return 'place';
  return typeof newest === 'number' && newest > state.seq ? 'newerEvents' : null;
}
