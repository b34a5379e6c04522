import type { EntityManager } from 'typeorm';
import type { PlanState } from '../../domain/plan/plan.types.js';
import type { WaitState } from '../../domain/plan/wait-state.types.js';

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
  'state',
  'wait_state',
  'next_step',
  'next_at',
  'overdue_since',
  'problem',
  'next_follow_up_on',
  'updated_at',
  'ended_at',
  'end_reason',
  'number',
  'citizen_person_id',
  'started_at',
] as const;

const INSERT = `INSERT INTO plans (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')})`;
/** The last three are decided by the start once and for all. */
const UPDATE = `UPDATE plans SET ${COLUMNS.slice(1, -3)
  .map((column, index) => `${column} = $${index + 2}`)
  .join(', ')} WHERE id = $1`;

/** Inserts a new plan. The unique indexes refuse a second open plan of one citizen (PostgreSQL error 23505). */
export async function insertPlan(manager: EntityManager, state: PlanState, wait: WaitState): Promise<void> {
  await manager.query(INSERT, [
    ...valuesOf(state, wait),
    state.number,
    state.citizenPersonId,
    state.startedAt,
  ]);
}

/** Brings a plan's row up to its newest state. */
export async function updatePlan(manager: EntityManager, state: PlanState, wait: WaitState): Promise<void> {
  await manager.query(UPDATE, valuesOf(state, wait));
}

function valuesOf(state: PlanState, wait: WaitState): unknown[] {
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
    JSON.stringify(state),
    JSON.stringify(wait),
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
