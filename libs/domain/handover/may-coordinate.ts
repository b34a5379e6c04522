import { activeParticipants } from '../participants/participants.js';
import { ROLE_TERMS } from '../participants/participant.types.js';
import { ensure } from '../plan/errors.js';
import type { PlanState } from '../plan/plan.types.js';
import { type Employment, stands } from '../standing/standing.js';

/**
 * Checks that somebody can be a plan's coordinator, successor or deputy: they work in an organisation of the register, in
 * a role that may coordinate, and stand on no private side in the plan, neither as the citizen nor as a custody
 * holder, relative, lay supporter or guardian.
 * @throws DomainError COORDINATOR.NOT_ELIGIBLE with the field that names the person
 */
export function checkMayCoordinate(
  plan: Pick<PlanState, 'citizenPersonId' | 'participants'>,
  personId: string,
  employment: Employment,
  field: string,
): void {
  ensure(personId !== plan.citizenPersonId, 'COORDINATOR.NOT_ELIGIBLE', {
    field,
    expected: 'somebody else than the citizen',
  });
  ensure(stands({ for: 'coordination', organisationId: null }, employment), 'COORDINATOR.NOT_ELIGIBLE', {
    field,
    expected: 'a practitioner, coordinator or team leader who works in an organisation of the register',
  });
  const own = activeParticipants(plan).filter((participant) => participant.personId === personId);
  ensure(
    own.every(({ role }) => ROLE_TERMS[role].takesPartFor === 'organisation'),
    'COORDINATOR.NOT_ELIGIBLE',
    {
      field,
      expected: 'somebody who does not take part as a custody holder, relative, lay supporter or guardian',
    },
  );
}
