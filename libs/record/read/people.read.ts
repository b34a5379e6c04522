import type { Queryable } from '../../persistence/queryable.js';

/** Who somebody is, for showing beside an id. */
export interface PersonName {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly protectedIdentity: boolean;
  readonly organisationId: string | null;
}

/** Names of the people with these ids; ids that nobody has are left out. */
export async function namesOf(source: Queryable, personIds: readonly string[]): Promise<PersonName[]> {
  return source.query(
    `SELECT id AS "personId", given_name AS "givenName", family_name AS "familyName",
       protected_identity AS "protectedIdentity", organisation_id AS "organisationId"
     FROM people WHERE id = ANY ($1) ORDER BY id`,
    [personIds],
  );
}
