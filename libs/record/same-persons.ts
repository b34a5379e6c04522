import type { EntityManager } from 'typeorm';

/** The keyed hashes of everybody's number, as far as one is known: of citizens, and of staff who signed in with it. */
export const NUMBERS = `SELECT person_id, cpr_hash AS number_hash FROM citizens
  UNION ALL SELECT person_id, number_hash FROM staff_numbers`;

/**
 * Under which other ids the register knows somebody: who has the same number, by its keyed hash. Nobody for whom no number
 * is known is found so.
 */
export async function samePersonsAs(manager: EntityManager, personId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT o.person_id AS id FROM (${NUMBERS}) own
     JOIN (${NUMBERS}) o ON o.number_hash = own.number_hash
     WHERE own.person_id = $1 AND o.person_id <> $1 ORDER BY 1`,
    [personId],
  );
  return rows.map(({ id }) => id);
}

/** The organisations whose plans one of these people leads: as team leader of where they work. */
export async function ledBy(manager: EntityManager, personIds: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT organisation_id AS id FROM people
     WHERE id = ANY ($1) AND erased_at IS NULL AND organisation_id IS NOT NULL
       AND 'teamLeader' = ANY (organisation_roles) ORDER BY 1`,
    [personIds],
  );
  return rows.map(({ id }) => id);
}
