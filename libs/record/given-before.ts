import type { EntityManager } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import { checkWithinLink } from '../domain/access/within-link.js';
import { ensure } from '../domain/plan/errors.js';
import type { PlanCommand, RecordedEvent } from '../domain/plan/plan.types.js';
import { planRolesOf } from '../domain/plan/rights.js';
import type { EventLog } from '../persistence/event-log.js';
import type { LockedPlan } from './lock-plan.js';
import type { CommandContext, Recorded } from './plan-record.types.js';

/** A command that is given again, by whom and when. */
export interface GivenAgain extends CommandContext {
  readonly command: PlanCommand;
  readonly at: string;
}

/** The events to which a command led that was given before under the same id; null if none was. */
export async function givenBefore(
  manager: EntityManager,
  log: EventLog,
  planId: string,
  commandId: string | null,
): Promise<RecordedEvent[] | null> {
  if (commandId === null) return null;
  const rows = await manager.query<{ first: number | null; last: number | null }[]>(
    'SELECT min(seq) AS first, max(seq) AS last FROM plan_events WHERE plan_id = $1 AND command_id = $2',
    [planId, commandId],
  );
  const { first, last } = rows[0] ?? { first: null, last: null };
  if (first === null || last === null) return null;
  const given = await log.read(manager, planId, { afterSeq: first - 1, limit: last - first + 1 });
  return given.map(({ seq, at, event }) => ({ seq, at, event }));
}

/**
 * What a command that was given before is answered with: its own events, and the plan as it is now. The right is asked anew,
 * and it is on the audit. Whoever may not know of the plan any more is told that there is none; except of its start, of
 * which they are told what they gave.
 * @throws DomainError PLAN.NOT_FOUND, ACTOR.NOT_PERMITTED for what the actor's link is not for
 */
export async function repeated(
  manager: EntityManager,
  audit: AuditLog,
  { state, waitState }: LockedPlan,
  events: readonly RecordedEvent[],
  { command, actor, origin, ...given }: GivenAgain,
): Promise<Recorded> {
  const { planId } = state;
  const at = later(given.at, state.updatedAt);
  const roles = planRolesOf(state, actor, at);
  ensure(roles.length > 0 || command.type === 'startPlan', 'PLAN.NOT_FOUND');
  checkWithinLink(actor, command.type);
  // The process repeats itself after a crash, and is shown nothing.
  if (actor.kind !== 'process') {
    const note = { at, actor, roles, operation: command.type, planId, origin };
    await audit.add(manager, { ...note, allowed: true, repeated: true });
  }
  return { planId, seq: events.at(-1)?.seq ?? state.seq, events, state, waitState, actor };
}

/** Clocks of two machines may differ by a little; a plan's own time never runs backwards. */
export function later(at: string, before: string): string {
  return at < before ? before : at;
}
