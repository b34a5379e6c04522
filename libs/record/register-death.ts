import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';

/**
 * Writes into the register that somebody has died, or that this was a mistake, and into the outbox every plan that has to
 * take it in: those whose citizen they are, and the open ones in which they have a part or coordinated before.
 */
export async function registerDeath(
  manager: EntityManager,
  personId: string,
  deceased: boolean,
  at: Instant,
): Promise<void> {
  await manager.query('UPDATE people SET deceased_at = $2 WHERE id = $1', [personId, deceased ? at : null]);
  await manager.query(
    `INSERT INTO register_news (plan_id, person_id, changed_at)
     SELECT p.id, $1, $2 FROM plans p
     WHERE p.erased_at IS NULL AND (p.citizen_person_id = $1 OR (p.ended_at IS NULL AND p.id IN (
       SELECT plan_id FROM coordinator_periods WHERE person_id = $1
       UNION ALL SELECT id FROM plans WHERE deputy_person_id = $1
       UNION ALL SELECT plan_id FROM participants WHERE person_id = $1 AND removed_at IS NULL)))
     ON CONFLICT (plan_id, person_id) DO UPDATE SET changed_at = EXCLUDED.changed_at`,
    [personId, at],
  );
}

/**
 * Holds the plans whose citizen somebody is, oldest first and before the person: no command, read or sending of them is
 * under way when the death is recorded.
 */
export async function holdPlansOfCitizen(manager: EntityManager, personId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM plans WHERE citizen_person_id = $1 AND erased_at IS NULL ORDER BY id FOR NO KEY UPDATE`,
    [personId],
  );
  return rows.map(({ id }) => id);
}

/** Whether the register has somebody's death. */
export async function isDeceased(manager: EntityManager, personId: string): Promise<boolean> {
  const rows = await manager.query<{ deceased: boolean }[]>(
    'SELECT deceased_at IS NOT NULL AS deceased FROM people WHERE id = $1',
    [personId],
  );
  return rows[0]?.deceased === true;
}
