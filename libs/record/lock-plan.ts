import type { EntityManager } from 'typeorm';
import type { Actor } from '../domain/plan/actor.js';
import type { PlanCommand, PlanState } from '../domain/plan/plan.types.js';
import type { WaitState } from '../domain/plan/wait-state.types.js';
import { actingBy, type Employment, NO_EMPLOYMENT } from '../domain/standing/standing.js';
import { NEWEST_EVENT } from '../persistence/snapshots/verified-rows.js';
import { organisationsFrom } from './employments.js';

/** A plan's snapshot under its lock. */
export interface LockedPlan {
  readonly state: PlanState;
  readonly waitState: WaitState;
}

/** A plan and who acts on it, both held until the transaction ends. */
export interface HeldFor<A extends Actor> {
  /** Null if there is none, or it was erased. */
  readonly plan: LockedPlan | null;
  /** As the register has them at this moment. */
  readonly actor: A;
}

/**
 * Locks a plan until the transaction ends, so that its commands come one after another. Null if there is none, or it was
 * erased, also while its lock was waited for.
 */
export async function lockPlan(manager: EntityManager, planId: string): Promise<LockedPlan | null> {
  return (await lockPlanFor(manager, planId, { kind: 'process' })).plan;
}

/**
 * Locks a plan, and holds the row of the register that says where the actor works: neither changes until the transaction
 * ends. The plan comes first, as everywhere.
 */
export async function lockPlanFor<A extends Actor>(
  manager: EntityManager,
  planId: string,
  actor: A,
): Promise<HeldFor<A>> {
  const rows = await manager.query<Row[]>(
    `WITH plan AS MATERIALIZED (
       SELECT id, state, wait_state, ${NEWEST_EVENT} FROM plans
       WHERE id = $1 AND erased_at IS NULL FOR NO KEY UPDATE
     ), person AS MATERIALIZED (
       SELECT organisation_id, organisation_roles FROM people WHERE id = $2 AND erased_at IS NULL FOR SHARE
     )
     SELECT plan.*, person.organisation_roles AS roles,
       ${organisationsFrom('person.organisation_id')} AS "worksIn"
     FROM (SELECT 1) AS one LEFT JOIN plan ON true LEFT JOIN person ON true`,
    [planId, actor.kind === 'person' ? actor.personId : null],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A lock gives one row.');
  const { state, wait_state: waitState, roles, worksIn } = row;
  const plan = state === null || waitState === null ? null : { state, waitState };
  return { plan, actor: actingBy(actor, roles === null ? NO_EMPLOYMENT : { roles, worksIn }) };
}

/**
 * Locks a plan that is to be merged and the one that it is merged into, always in the order of their ids: neither ends
 * meanwhile, and two that are merged into each other at the same moment come one after the other.
 */
export async function holdMerged(
  manager: EntityManager,
  planId: string,
  command: PlanCommand,
): Promise<void> {
  if (command.type !== 'endPlan' || command.mergedIntoPlanId === null) return;
  await manager.query('SELECT id FROM plans WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
    [planId, command.mergedIntoPlanId],
  ]);
}

interface Row {
  readonly state: PlanState | null;
  readonly wait_state: WaitState | null;
  readonly roles: Employment['roles'] | null;
  readonly worksIn: Employment['worksIn'];
}
