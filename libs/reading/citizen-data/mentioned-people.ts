import type { Queryable } from '../../persistence/queryable.js';
import type { MentionedPerson } from './citizen-data.types.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface NamedRow extends Omit<MentionedPerson, 'name'> {
  readonly givenName: string | null;
  readonly familyName: string | null;
}

/** The people to whom what was read refers by their ids, as far as the source lets them be seen. */
export async function mentionedPeople(source: Queryable, told: unknown): Promise<MentionedPerson[]> {
  const rows = await source.query<NamedRow[]>(
    `SELECT p.id AS "personId", p.given_name AS "givenName", p.family_name AS "familyName",
       o.name AS "organisationName"
     FROM people p LEFT JOIN organisations o ON o.id = p.organisation_id
     WHERE p.id = ANY ($1) ORDER BY p.id`,
    [[...idsIn(told)]],
  );
  return rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    name: givenName === null ? null : `${givenName} ${familyName ?? ''}`.trim(),
  }));
}

function idsIn(told: unknown, found = new Set<string>()): Set<string> {
  if (typeof told === 'string' && UUID.test(told)) found.add(told);
  if (typeof told === 'object' && told !== null) {
    for (const inner of Object.values(told)) idsIn(inner, found);
  }
  return found;
}
