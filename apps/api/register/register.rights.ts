import type { OrganisationRole } from '../../../libs/domain/plan/actor.js';
import { ensure } from '../../../libs/domain/plan/errors.js';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';

const STAFF: readonly OrganisationRole[] = ['practitioner', 'coordinator', 'teamLeader', 'administrator'];
/** What a team leader may make somebody in the own organisation. */
const TEAM: readonly OrganisationRole[] = ['practitioner', 'coordinator'];

/** @throws DomainError ACTOR.NOT_PERMITTED unless the actor is staff. */
export function requireStaff(actor: PersonActor): void {
  const isStaff = actor.organisationRoles.some((role) => STAFF.includes(role));
  ensure(isStaff, 'ACTOR.NOT_PERMITTED', { expected: STAFF.join(', ') });
}

/** @throws DomainError ACTOR.NOT_PERMITTED unless the actor administrates. */
export function requireAdministrator(actor: PersonActor): void {
  ensure(actor.organisationRoles.includes('administrator'), 'ACTOR.NOT_PERMITTED', {
    expected: 'administrator',
  });
}

/**
 * Nobody gives away more than they may: an administrator any role, a team leader those of the own team, others none.
 * @throws DomainError ACTOR.NOT_PERMITTED
 */
export function requireGrantable(
  actor: PersonActor,
  roles: readonly OrganisationRole[],
  organisationId: string | null,
): void {
  requireStaff(actor);
  const leadsIt = actor.organisationRoles.includes('teamLeader') && organisationId === actor.organisationId;
  const may =
    roles.length === 0 ||
    actor.organisationRoles.includes('administrator') ||
    (leadsIt && roles.every((role) => TEAM.includes(role)));
  ensure(may, 'ACTOR.NOT_PERMITTED', {
    field: 'organisationRoles',
    expected: 'roles that the actor may give',
  });
}
