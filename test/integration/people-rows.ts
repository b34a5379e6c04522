import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CitizenEntity, OrganisationEntity, PersonEntity } from '../../libs/persistence/entities/index.js';
import { NO_CONTACT_DETAILS } from '../../libs/persistence/contact-details/contact-details.js';
import { testVault } from '../support/test-vault.js';

const createdAt = '2026-12-01T09:00:00.000Z';

/** An organisation in the database. */
export async function insertOrganisation(manager: EntityManager, name: string): Promise<string> {
  const id = randomUUID();
  await manager.insert(OrganisationEntity, { id, kind: 'department', name, municipalityCode: '0219' });
  return id;
}

/** A person in the database. */
export async function insertPerson(
  manager: EntityManager,
  givenName: string,
  organisationId: string | null = null,
): Promise<string> {
  const id = randomUUID();
  await manager.insert(PersonEntity, {
    id,
    givenName,
    familyName: 'Lauridsen',
    language: 'da',
    channel: 'mail',
    organisationId,
    organisationRoles: ['practitioner'],
    protectedIdentity: false,
    createdAt,
  });
  await giveEmail(manager, id, `${givenName.toLowerCase()}@example.dk`);
  return id;
}

/** Lets a person be reached by mail at this address, or not at all. */
export async function giveEmail(
  manager: EntityManager,
  personId: string,
  email: string | null,
): Promise<void> {
  await testVault.contacts.write(manager, personId, { ...NO_CONTACT_DETAILS, email }, createdAt);
}

/** A citizen in the database; the CPR is of a public fictitious test person, and not readable here. */
export async function insertCitizen(manager: EntityManager, givenName: string): Promise<string> {
  const personId = await insertPerson(manager, givenName);
  await manager.insert(CitizenEntity, {
    personId,
    cprEncrypted: Buffer.from(personId),
    cprHash: Buffer.from(personId),
    birthDate: '1990-04-05',
  });
  return personId;
}
