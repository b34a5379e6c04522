import type { Actor } from '../domain/plan/actor.js';
import type { PersonDirectory } from './person-directory.js';
import { TokenRefused, type TokenVerifier } from './token-verifier.js';

/** A person who is signed in. */
export type PersonActor = Extract<Actor, { kind: 'person' }>;

/**
 * Who bears a token: its claims held against the register. A role or an organisation that the register does not
 * (any longer) confirm is not believed; a token can only ever say less than the register.
 * @throws TokenRefused for a token that does not hold, or a person who is not registered.
 */
export async function actorOfToken(
  token: string,
  verifier: TokenVerifier,
  directory: PersonDirectory,
): Promise<PersonActor> {
  const claims = await verifier.verify(token);
  const person = await directory.find(claims.personId);
  if (person === null) throw new TokenRefused('person');
  if (claims.organisationId !== null && claims.organisationId !== person.organisationId) {
    throw new TokenRefused('organisation');
  }
  return {
    kind: 'person',
    personId: person.personId,
    organisationId: claims.organisationId,
    organisationRoles: claims.roles.filter((role) => person.roles.includes(role)),
  };
}
