import type { DataSource, EntityManager } from 'typeorm';
import type { Instant } from '../../../libs/domain/calendar/index.js';
import { parseCpr } from '../../../libs/domain/identifiers/index.js';
import { OrganisationEntity, PersonEntity } from '../../../libs/persistence/entities/index.js';
import { registerCitizen } from '../../../libs/record/register-citizen.js';
import { registerPerson } from '../../../libs/record/register-person.js';
import type { Vault } from '../../../libs/persistence/vault.js';
import { CAST_PEOPLE } from './cast.js';
import type { CastPerson } from './cast.types.js';
import { CAST_ORGANISATIONS } from './organisations.js';

/**
 * Registers everyone of the demonstration. Whoever is registered already stays as they are, so that doing it again
 * changes nothing.
 * @param at When they were registered.
 */
export async function registerCast(dataSource: DataSource, vault: Vault, at: Instant): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await registerOrganisations(manager);
    await registerPeople(manager, vault, at);
    await nameLeaders(manager);
    await registerCitizens(manager, vault, at);
  });
}

async function registerOrganisations(manager: EntityManager): Promise<void> {
  const rows = CAST_ORGANISATIONS.map((one) => ({ ...one, sor: null, leaderPersonId: null }));
  await manager.createQueryBuilder().insert().into(OrganisationEntity).values(rows).orIgnore().execute();
}

async function registerPeople(manager: EntityManager, vault: Vault, at: Instant): Promise<void> {
  const known = await manager.getRepository(PersonEntity).find({ select: { id: true } });
  const ids = new Set(known.map(({ id }) => id));
  for (const { cpr: _, calledAs: __, organisationRoles, ...person } of CAST_PEOPLE) {
    if (ids.has(person.id)) continue;
    await registerPerson(manager, vault, {
      ...person,
      organisationRoles: [...organisationRoles],
      language: 'da',
      protectedIdentity: false,
      subject: null,
      createdAt: at,
    });
  }
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

async function registerCitizens(manager: EntityManager, vault: Vault, at: Instant): Promise<void> {
  for (const { id, cpr } of CAST_PEOPLE.filter(hasNumber)) {
    const number = parseCpr(cpr);
    if (!number.ok) throw new Error('A test person has a number that cannot exist.');
    await registerCitizen(manager, vault, {
      personId: id,
      cpr: number.value,
      birthDate: number.birthDate,
      at,
    });
  }
}

function hasNumber(person: CastPerson): person is CastPerson & { cpr: string } {
  return person.cpr !== null;
}
