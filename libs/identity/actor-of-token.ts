import type { Actor } from '../domain/plan/actor.js';
import type { ClientClaims, PersonClaims } from './claims/read-claims.js';
import type { RegisteredClient } from './client-directory.js';
import { TokenRefused } from './identity-errors.js';
import type { RegisteredPerson } from './person-directory.js';

/** A person who is signed in. */
export type PersonActor = Extract<Actor, { kind: 'person' }>;
/** A machine that has signed in. */
export type ClientActor = Extract<Actor, { kind: 'client' }>;

/** What of a sign-in makes the actor, and has to be remembered as long as somebody is signed in. */
export type ClaimedPart = Pick<PersonClaims, 'cvr' | 'roles' | 'organisationAsked'>;

/**
 * The person who signed in, as far as the register confirms it: what is claimed can only ever be less than what is
 * registered. Whoever signs in without an organisation although organisations are asked for does so as a private
 * person, and has no role in any.
 * @throws TokenRefused for an organisation that is neither the person's own nor one above it.
 */
export function personActor(person: RegisteredPerson, claimed: ClaimedPart): PersonActor {
  const { personId, organisationId, roles, worksIn } = person;
  if (claimed.cvr !== null && !person.cvrs.includes(claimed.cvr)) throw new TokenRefused('organisation');
  if (claimed.organisationAsked && claimed.cvr === null) {
    return { kind: 'person', personId, organisationId: null, organisationRoles: [], worksIn: [] };
  }
  const organisationRoles = claimed.roles?.filter((role) => roles.includes(role)) ?? roles;
  return { kind: 'person', personId, organisationId, organisationRoles, worksIn };
}

/** The machine that signed in, with what it was both granted and registered for. */
export function clientActor(client: RegisteredClient, claims: ClientClaims): ClientActor {
  const { clientId, organisationId, scopes } = client;
  return {
    kind: 'client',
    clientId,
    organisationId,
    scopes: claims.scopes.filter((scope) => scopes.includes(scope)),
  };
}
