import { ensure } from './errors.js';
import type { Policy } from './policy.types.js';

/**
 * Refuses a policy whose parts contradict each other, so that a rule of it could never be met.
 * @throws DomainError PLAN.POLICY_INVALID
 */
export function checkPolicy({ followUpMonths: { least, usual, most } }: Policy): void {
  ensure(least <= usual && usual <= most, 'PLAN.POLICY_INVALID', {
    field: 'policy.followUpMonths',
    expected: 'least, usual and most in this order',
  });
}
