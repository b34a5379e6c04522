import type { EntityManager } from 'typeorm';
import type { OrganisationRole } from '../domain/plan/actor.js';
import type { ContactDetails } from '../persistence/contact-details/contact-details.js';
import { PersonEntity } from '../persistence/entities/person.entity.js';
import { personKeyName } from '../persistence/erasure/key-names.js';
import { WordSealer } from '../persistence/sealed-words/word-sealer.js';
import type { Vault } from '../persistence/vault.js';

/** Somebody as the register knows them, with how they are reached. */
export type RegisteredAs = Omit<PersonEntity, 'erasedAt' | 'deceasedAt'> & ContactDetails;

/** What somebody is called. */
export interface Names {
  readonly givenName: string;
  readonly familyName: string;
}

/**
 * Registers somebody, in the caller's transaction.
 * @throws QueryFailedError with PostgreSQL's code 23505 if there is somebody with this id.
 */
export async function registerPerson(
  manager: EntityManager,
  vault: Vault,
  { email, telephone, address, ...person }: RegisteredAs,
): Promise<void> {
  const sealer = await personSealer(manager, vault, person.id, person.createdAt);
  const names = keptNames(sealer, person, person.organisationRoles);
  await manager.getRepository(PersonEntity).insert({ ...person, ...names });
  await vault.contacts.write(manager, person.id, { email, telephone, address }, person.createdAt);
}

/** Seals what is known of a person under the person's own key. */
export async function personSealer(
  manager: EntityManager,
  { keys }: Vault,
  personId: string,
  at: string,
): Promise<WordSealer> {
  return new WordSealer(await keys.ensure(manager, personKeyName(personId), at));
}

/**
 * Names as the register keeps them. Those of people who work in an organisation are no secret and are listed in their
 * order by the database; everybody else's are sealed.
 */
export function keptNames(
  sealer: WordSealer,
  { givenName, familyName }: Names,
  organisationRoles: readonly OrganisationRole[],
): Names {
  if (organisationRoles.length > 0) return { givenName, familyName };
  return { givenName: sealer.words(givenName), familyName: sealer.words(familyName) };
}
