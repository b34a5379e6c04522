import type { EntityManager } from 'typeorm';
import type { PlanState } from '../../domain/plan/plan.types.js';
import type { WaitState } from '../../domain/plan/wait-state.types.js';
import { keysOf } from '../../persistence/sealed-words/opening.data-source.js';
import { hashOf, keptSnapshot, type SnapshotProof } from '../../persistence/snapshots/snapshot-proof.js';

/** Columns of the plan's row that follow from snapshot and wait state, in the order of `valuesOf`. */
const COLUMNS = [
  'id',
  'seq',
  'phase',
  'course_type',
  'cluster',
  'municipality_code',
  'department',
  'organisation_id',
  'coordinator_person_id',
  'deputy_person_id',
  'deputy_from',
  'deputy_to',
  'next_step',
  'next_at',
  'overdue_since',
  'problem',
  'next_follow_up_on',
  'updated_at',
  'ended_at',
  'end_reason',
  'state',
  'wait_state',
  'number',
  'citizen_person_id',
  'started_at',
] as const;

/** What a plan's row is made of. */
export interface PlanRow extends Pick<SnapshotProof, 'history' | 'windows'> {
  readonly state: PlanState;
  readonly wait: WaitState;
}

const INSERT = `INSERT INTO plans (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')})`;
/** The last three are decided by the start once and for all. */
const UPDATE = `UPDATE plans SET ${COLUMNS.slice(1, -3)
  .map((column, index) => `${column} = $${index + 2}`)
  .join(', ')} WHERE id = $1`;

/** Inserts a new plan. The unique indexes refuse a second open plan of one citizen (PostgreSQL error 23505). */
export async function insertPlan(manager: EntityManager, row: PlanRow): Promise<void> {
  const { state } = row;
  await manager.query(INSERT, [
    ...valuesOf(manager, row),
    state.number,
    state.citizenPersonId,
    state.startedAt,
  ]);
}

/** Brings a plan's row up to its newest state. */
export async function updatePlan(manager: EntityManager, row: PlanRow): Promise<void> {
  await manager.query(UPDATE, valuesOf(manager, row));
}

function valuesOf(manager: EntityManager, { state, wait, history, windows }: PlanRow): unknown[] {
  const proof = { history, windows, waitState: hashOf(wait) };
  return [
    ...followingFrom(state, wait),
    keptSnapshot(keysOf(manager).wrapping, state, proof),
    JSON.stringify(wait),
  ];
}

/** What the columns of a plan's row hold that follow from its state and wait state, by name. */
export function columnsOf(state: PlanState, wait: WaitState): Readonly<Record<string, unknown>> {
  const following = followingFrom(state, wait);
  return {
    ...Object.fromEntries(
      COLUMNS.slice(0, following.length).map((column, index) => [column, following[index]]),
    ),
    number: state.number,
    citizen_person_id: state.citizenPersonId,
    started_at: state.startedAt,
  };
}

/** The values of the columns that follow from the state and the wait state, without the two themselves. */
function followingFrom(state: PlanState, wait: WaitState): unknown[] {
  return [
    state.planId,
    state.seq,
    wait.phase,
    state.courseType,
    state.cluster,
    state.municipalityCode,
    state.department,
    state.organisationId,
    state.coordinatorPersonId,
    state.deputy?.personId ?? null,
    state.deputy?.from ?? null,
    state.deputy?.to ?? null,
    wait.next?.step ?? null,
    wait.next?.at ?? null,
    wait.overdueSince,
    wait.problem,
    state.nextOn,
    state.updatedAt,
    state.ended?.at ?? null,
    state.ended?.reason ?? null,
  ];
}
