import type { PersonActor } from '../identity/actor-of-token.js';

/** The organisations whose plans the actor leads: the own one for a team leader, none for anybody else. */
export function ledOrganisations({ organisationId, organisationRoles }: PersonActor): string[] {
  return organisationRoles.includes('teamLeader') && organisationId !== null ? [organisationId] : [];
}
