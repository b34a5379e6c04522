import type { EntityManager } from 'typeorm';
import { NUMBERS } from './same-persons.js';

/**
 * Where those work who take part in a plan, under whichever id the register knows them: the own organisations first, then
 * those above them; who works in none is left out.
 */
export async function workplacesOfParticipants(
  manager: EntityManager,
  planId: string,
): Promise<Record<string, string[]>> {
  const rows = await manager.query<{ personId: string; organisationIds: string[] }[]>(
    `WITH RECURSIVE numbers AS (${NUMBERS}), taking_part AS (
       SELECT DISTINCT person_id FROM participants WHERE plan_id = $1 AND removed_at IS NULL
     ), known (person_id, id) AS (
       SELECT person_id, person_id FROM taking_part
       UNION SELECT t.person_id, other.person_id FROM taking_part t
       JOIN numbers own ON own.person_id = t.person_id
       JOIN numbers other ON other.number_hash = own.number_hash
     ), works_in (person_id, id, parent_id, height) AS (
       SELECT k.person_id, o.id, o.parent_id, 0
       FROM known k JOIN people p ON p.id = k.id AND p.erased_at IS NULL
       JOIN organisations o ON o.id = p.organisation_id
       UNION SELECT w.person_id, o.id, o.parent_id, w.height + 1
       FROM organisations o JOIN works_in w ON o.id = w.parent_id
     )
     SELECT person_id AS "personId", array_agg(id ORDER BY height) AS "organisationIds"
     FROM works_in GROUP BY person_id`,
    [planId],
  );
  return Object.fromEntries(rows.map(({ personId, organisationIds }) => [personId, organisationIds]));
}
