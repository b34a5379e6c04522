import { checkNeverTogether } from '../participants/never-together.js';
import { ensure } from '../plan/errors.js';
import type { PlanState } from '../plan/plan.types.js';
import type { NamesWorker } from '../register/workplace.js';
import { stands } from '../standing/standing.js';

/**
 * Checks that somebody can be a plan's coordinator, successor or deputy: they work in an organisation of the register, in
 * a role that may coordinate, and take no part in the plan as oneself.
 * @throws DomainError COORDINATOR.NOT_ELIGIBLE with the field that names the person
 */
export function checkMayCoordinate(
  plan: Pick<PlanState, 'citizenPersonId' | 'participants'>,
  personId: string,
  named: NamesWorker,
  field: string,
): void {
  ensure(named.deceased !== true, 'COORDINATOR.NOT_ELIGIBLE', {
    field,
    expected: 'somebody who lives, as the register has it',
  });
  const employment = { worksIn: named.worksIn ?? [], roles: named.worksAs ?? [] };
  checkNeverTogether(plan, 'forAuthority', personId, named, field, 'COORDINATOR.NOT_ELIGIBLE');
  ensure(stands({ for: 'coordination', organisationId: null }, employment), 'COORDINATOR.NOT_ELIGIBLE', {
    field,
    expected: 'a practitioner, coordinator or team leader who works in an organisation of the register',
  });
}
