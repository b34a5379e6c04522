import type { EntityManager } from 'typeorm';
import { addYears, copenhagenInstant } from '../domain/calendar/index.js';
import type { CommandOf } from '../domain/plan/plan.types.js';

/** What only the record knows: the next number, and when the citizen comes of age. */
export async function completed(
  manager: EntityManager,
  command: CommandOf<'startPlan'>,
  at: string,
): Promise<CommandOf<'startPlan'>> {
  const rows = await manager.query<{ number: string }[]>("SELECT nextval('plan_number_seq') AS number");
  const number = `KI-${at.slice(0, 4)}-${(rows[0]?.number ?? '0').padStart(6, '0')}`;
  return { ...command, number, citizenOfAgeAt: await comesOfAgeAt(manager, command.citizenPersonId, at) };
}

/** When somebody turns 18 (Denmark); null for who is of age, or not known. */
async function comesOfAgeAt(manager: EntityManager, personId: string, at: string): Promise<string | null> {
  const rows = await manager.query<{ birthDate: string }[]>(
    'SELECT birth_date AS "birthDate" FROM citizens WHERE person_id = $1',
    [personId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const ofAge = copenhagenInstant(addYears(row.birthDate, 18), '00:00');
  return at < ofAge ? ofAge : null;
}
