import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CitizenEntity, OrganisationEntity, PersonEntity } from '../../libs/persistence/entities/index.js';

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
    email: `${givenName.toLowerCase()}@example.dk`,
    language: 'da',
    channel: 'mail',
    organisationId,
    organisationRoles: ['practitioner'],
    protectedIdentity: false,
    createdAt,
  });
  return id;
}

/** A citizen in the database; the CPR is of a public fictitious test person, and not readable here. */
export async function insertCitizen(manager: EntityManager, givenName: string): Promise<string> {
  const personId = await insertPerson(manager, givenName);
  await manager.insert(CitizenEntity, {
    personId,
    cprEncrypted: Buffer.from(personId),
    cprHash: Buffer.from(personId),
    birthDate: '1990-04-05',
    deceased: false,
  });
  return personId;
}
