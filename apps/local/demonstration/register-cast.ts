import type { DataSource, EntityManager } from 'typeorm';
import type { Instant } from '../../../libs/domain/calendar/index.js';
import { parseCpr } from '../../../libs/domain/identifiers/index.js';
import { CitizenEntity, OrganisationEntity, PersonEntity } from '../../../libs/persistence/entities/index.js';
import type { FieldCipher } from '../../../libs/persistence/field-cipher.js';
import { CAST_PEOPLE } from './cast.js';
import type { CastPerson } from './cast.types.js';
import { CAST_ORGANISATIONS } from './organisations.js';

/**
 * Registers everyone of the demonstration. Whoever is registered already stays as they are, so that doing it again
 * changes nothing.
 * @param at When they were registered.
 */
export async function registerCast(dataSource: DataSource, cipher: FieldCipher, at: Instant): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await registerOrganisations(manager);
    await registerPeople(manager, at);
    await nameLeaders(manager);
    await registerCitizens(manager, cipher);
  });
}

async function registerOrganisations(manager: EntityManager): Promise<void> {
  const rows = CAST_ORGANISATIONS.map((one) => ({ ...one, sor: null, leaderPersonId: null }));
  await manager.createQueryBuilder().insert().into(OrganisationEntity).values(rows).orIgnore().execute();
}

async function registerPeople(manager: EntityManager, at: Instant): Promise<void> {
  const rows = CAST_PEOPLE.map(({ cpr: _, calledAs: __, organisationRoles, ...person }) => ({
    ...person,
    organisationRoles: [...organisationRoles],
    language: 'da' as const,
    protectedIdentity: false,
    subject: null,
    createdAt: at,
  }));
  await manager.createQueryBuilder().insert().into(PersonEntity).values(rows).orIgnore().execute();
}

/** Afterwards, since people belong to organisations. */
async function nameLeaders(manager: EntityManager): Promise<void> {
  for (const { id, leaderPersonId } of CAST_ORGANISATIONS) {
    if (leaderPersonId === null) continue;
    await manager.query(
      'UPDATE organisations SET leader_person_id = $2 WHERE id = $1 AND leader_person_id IS NULL',
      [id, leaderPersonId],
    );
  }
}

async function registerCitizens(manager: EntityManager, cipher: FieldCipher): Promise<void> {
  const rows = CAST_PEOPLE.filter(hasNumber).map(({ id, cpr }) => {
    const number = parseCpr(cpr);
    if (!number.ok) throw new Error('A test person has a number that cannot exist.');
    return {
      personId: id,
      cprEncrypted: cipher.encrypt(number.value, id),
      cprHash: cipher.hash(number.value),
      birthDate: number.birthDate,
      deceased: false,
    };
  });
  await manager.createQueryBuilder().insert().into(CitizenEntity).values(rows).orIgnore().execute();
}

function hasNumber(person: CastPerson): person is CastPerson & { cpr: string } {
  return person.cpr !== null;
}
