import type { EntityManager } from 'typeorm';

/** The organisation of the register in which somebody works, followed by those above it; empty for who works in none, or has died. */
export async function workplacesOf(manager: EntityManager, personId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `WITH RECURSIVE works_in (id, parent_id, height) AS (
       SELECT o.id, o.parent_id, 0 FROM people p JOIN organisations o ON o.id = p.organisation_id
       WHERE p.id = $1 AND p.erased_at IS NULL AND p.deceased_at IS NULL
       UNION SELECT o.id, o.parent_id, works_in.height + 1
       FROM organisations o JOIN works_in ON o.id = works_in.parent_id
     )
     SELECT id FROM works_in ORDER BY height`,
    [personId],
  );
  return rows.map(({ id }) => id);
}
