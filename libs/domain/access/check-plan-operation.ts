import type { Sight } from '../disclosure/sight.js';
import { DomainError, ensure } from '../plan/errors.js';
import { OPERATION_RULES, type PlanOperation } from './operation-rules.js';

/**
 * Whether what an actor sees of a plan is enough for an operation on it.
 * @throws DomainError ACTOR.NOT_PERMITTED
 */
export function checkPlanOperation(operation: PlanOperation, sight: Sight): void {
  const rule = OPERATION_RULES[operation];
  if (rule.to !== 'plan') throw new DomainError('ACTOR.NOT_PERMITTED');
  const permitted =
    rule.by.some((role) => sight.roles.includes(role)) ||
    (rule.kind !== undefined && sight.answers[rule.kind].allowed);
  ensure(permitted, 'ACTOR.NOT_PERMITTED', { expected: rule.by.join(', ') });
}
