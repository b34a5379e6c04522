import type { DataSource } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { reopeningRefused } from '../domain/plan/course.decide.js';
import { DomainError } from '../domain/plan/errors.js';
import type { PlanCommand, PlanState } from '../domain/plan/plan.types.js';
import { planRolesOf } from '../domain/plan/rights.js';
import { auditRefusal } from './audit-refusal.js';
import { actingNow } from './employments.js';
import type { CommandContext } from './plan-record.types.js';
import { UnknowableSecondStart } from './record.errors.js';

const PLAN_OF_ID = 'SELECT id, state FROM plans WHERE id = $1 AND erased_at IS NULL';
const OPEN_PLAN_OF_CITIZEN = 'SELECT id, state FROM plans WHERE citizen_person_id = $1 AND ended_at IS NULL';
const OPEN_PLAN_BESIDE = `SELECT id, state FROM plans WHERE ended_at IS NULL
  AND citizen_person_id = (SELECT citizen_person_id FROM plans WHERE id = $1)`;

/** What refusing needs. */
interface RefusalParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly audit: AuditLog;
}

/** A start or a reopening that met another plan. */
export interface SecondStart {
  readonly planId: string;
  readonly command: PlanCommand;
  readonly context: CommandContext;
  readonly at: string;
}

/**
 * Refuses a start or a reopening beside a citizen's open plan, or a start under the id of a plan. Whoever may know of the
 * other plan is told which; for all others it is as if there were none, and the open plan's coordinator hears of it.
 * @param isTakenId whether it is the id that a plan has already
 * @param report Tells the open plan.
 * @throws DomainError PLAN.ALREADY_STARTED, PLAN.CITIZEN_HAS_OPEN_PLAN, PLAN.REOPEN_REFUSED; UnknowableSecondStart
 */
export async function refuseSecondStart(
  parts: RefusalParts,
  given: SecondStart,
  isTakenId: boolean,
  report: (openPlanId: string) => Promise<void>,
): Promise<never> {
  const actor = await actingNow(parts.database, given.context.actor);
  const secondStart = { ...given, context: { ...given.context, actor } };
  if (isTakenId) await refuseTakenId(parts, secondStart);
  const { planId, command, context, at } = secondStart;
  const starts = command.type === 'startPlan';
  const open = starts
    ? await planOf(parts, OPEN_PLAN_OF_CITIZEN, command.citizenPersonId)
    : await planOf(parts, OPEN_PLAN_BESIDE, planId);
  if (open !== undefined && planRolesOf(open, context.actor, at).length > 0) {
    const field = starts ? { field: 'citizenPersonId' } : {};
    throw new DomainError('PLAN.CITIZEN_HAS_OPEN_PLAN', { ...field, planId: open.planId });
  }
  if (open !== undefined) {
    const refusal = 'PLAN.CITIZEN_HAS_OPEN_PLAN';
    await auditRefusal(parts, { ...context, planId: open.planId, operation: command.type, refusal });
    await report(open.planId);
  }
  throw starts ? new UnknowableSecondStart(planId) : reopeningRefused();
}

/** Whoever may know of the plan that has the id is told so; that anybody else tried is on its audit. */
async function refuseTakenId(
  parts: RefusalParts,
  { planId, command, context, at }: SecondStart,
): Promise<void> {
  const plan = await planOf(parts, PLAN_OF_ID, planId);
  const refusal = 'PLAN.ALREADY_STARTED';
  if (plan !== undefined && planRolesOf(plan, context.actor, at).length > 0) {
    throw new DomainError(refusal, { field: 'planId' });
  }
  await auditRefusal(parts, { ...context, planId, operation: command.type, refusal });
}

async function planOf({ database }: RefusalParts, query: string, id: string): Promise<PlanState | undefined> {
  const rows = await database.query<{ state: PlanState }[]>(query, [id]);
  return rows[0]?.state;
}
