import { activeParticipants } from '../participants/participants.js';
import { ROLE_TERMS } from '../participants/participant.types.js';
import { ensure } from '../plan/errors.js';
import type { PlanState } from '../plan/plan.types.js';

/**
 * Checks that somebody can be a plan's coordinator, successor or deputy: they work in an organisation of the register, so
 * that they can sign in and act, and stand on no private side in the plan, neither as the citizen nor as a custody
 * holder, relative, lay supporter or guardian.
 * @throws DomainError COORDINATOR.NOT_ELIGIBLE with the field that names the person
 */
export function checkMayCoordinate(
  plan: Pick<PlanState, 'citizenPersonId' | 'participants'>,
  personId: string,
  worksIn: readonly string[],
  field: string,
): void {
  ensure(personId !== plan.citizenPersonId, 'COORDINATOR.NOT_ELIGIBLE', {
    field,
    expected: 'somebody else than the citizen',
  });
  ensure(worksIn.length > 0, 'COORDINATOR.NOT_ELIGIBLE', {
    field,
    expected: 'somebody who works in an organisation of the register',
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
