import type { PersonActor } from '../../../libs/identity/actor-of-token.js';

/** The organisations whose plans the actor leads: the own one for a team leader, none for anybody else. */
export function ledOrganisations(actor: PersonActor): string[] {
  const { organisationId, organisationRoles } = actor;
  return organisationRoles.includes('teamLeader') && organisationId !== null ? [organisationId] : [];
}
