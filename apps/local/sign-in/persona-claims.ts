import { castId } from '../demonstration/cast-id.js';
import type { CastPerson } from '../demonstration/cast.types.js';
import { cvrOf } from '../demonstration/organisations.js';
import type { AssuranceLevel } from '../../../libs/identity/claims/assurance.js';
import { CLAIM, LEVEL } from './local-claims.js';

/** The subject under which the local provider knows somebody of the cast. */
export function subjectOf(person: Pick<CastPerson, 'id'>): string {
  return castId('subject', person.id);
}

/** The id under which the organisation of somebody of the staff knows them. */
export function employeeOf(person: Pick<CastPerson, 'id'>): string {
  return castId('employee', person.id);
}

/** What the local provider says of somebody: of staff their organisation and roles, of a citizen the number. */
export function claimsOf(
  person: CastPerson,
  assurance: AssuranceLevel = 'substantial',
): Record<string, unknown> {
  const { organisationId, organisationRoles, cpr } = person;
  return {
    [CLAIM.assurance]: LEVEL[assurance],
    ...(cpr === null ? {} : { [CLAIM.cpr]: cpr }),
    ...(organisationId === null
      ? {}
      : {
          [CLAIM.cvr]: cvrOf(organisationId),
          [CLAIM.employee]: employeeOf(person),
          kiplan: { roles: organisationRoles },
        }),
  };
}
