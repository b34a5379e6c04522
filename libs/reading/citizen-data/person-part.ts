import type { AuditEntry } from '../../audit/audit-entry.types.js';
import { Refusal } from '../../contracts/refusal.js';
import { personKeyName } from '../../persistence/erasure/key-names.js';
import type { Queryable } from '../../persistence/queryable.js';
import type { Vault } from '../../persistence/vault.js';
import { PLACE_OF_NUMBER } from '../../record/register-citizen.js';
import { revisionsOf } from '../../register/person-revisions.js';
import { registeredPerson } from '../../register/registered-person.js';
import { accessLogItems } from '../access-log.reading.js';
import type { PersonData, PersonPart } from './citizen-data.types.js';
import { mentionedPeople } from './mentioned-people.js';

/** Everything that is kept about a person beside plans. @throws Refusal PERSON.NOT_FOUND */
export async function personData(source: Queryable, vault: Vault, personId: string): Promise<PersonData> {
  const person = await personPart(source, vault, personId);
  const corrections = await revisionsOf(source, vault, personId);
  const accessLog = await accessLogItems(source, await entriesAbout(source, personId));
  const people = await mentionedPeople(source, [corrections, accessLog, person.organisationId]);
  return { person, corrections, accessLog, people };
}

async function personPart(source: Queryable, vault: Vault, personId: string): Promise<PersonPart> {
  const person = await registeredPerson(source, vault.contacts, personId);
  if (person === null) throw new Refusal('PERSON.NOT_FOUND');
  const rows = await source.query<
    Pick<PersonPart, 'registeredAt' | 'organisationName' | 'birthDate'>[] & { encrypted: Buffer | null }[]
  >(
    `SELECT p.created_at AS "registeredAt", o.name AS "organisationName", c.birth_date AS "birthDate",
       c.cpr_encrypted AS encrypted
     FROM people p
     LEFT JOIN organisations o ON o.id = p.organisation_id
     LEFT JOIN citizens c ON c.person_id = p.id
     WHERE p.id = $1`,
    [personId],
  );
  const [row] = rows;
  if (row === undefined) throw new Refusal('PERSON.NOT_FOUND');
  const { encrypted, ...told } = row;
  return {
    ...person,
    ...told,
    cpr: encrypted === null ? null : await number(source, vault, personId, encrypted),
  };
}

async function number(
  source: Queryable,
  { keys }: Vault,
  personId: string,
  encrypted: Buffer,
): Promise<string> {
  const key = await keys.find(source, personKeyName(personId));
  if (key === null) throw new Error('The key of a person is missing.');
  return key.decrypt(encrypted, PLACE_OF_NUMBER).toString('utf8');
}

async function entriesAbout(source: Queryable, personId: string): Promise<AuditEntry[]> {
  const rows = await source.query<{ entry: string }[]>(
    'SELECT entry FROM audit_entries WHERE subject_person_id = $1 ORDER BY at, chain, place',
    [personId],
  );
  return rows.map(({ entry }) => JSON.parse(entry) as AuditEntry);
}
