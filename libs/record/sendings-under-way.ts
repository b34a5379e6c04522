import { setTimeout as pause } from 'node:timers/promises';
import type { Queryable } from '../persistence/queryable.js';

/** How long a mail server's answer is waited for, in milliseconds. */
const PATIENCE = 5_000;
const LOOK_AGAIN_AFTER = 20;

/**
 * Waits until no mail of a plan is on its way any more. Whoever holds the plan's lock keeps new ones from beginning; so what
 * takes a right away is committed after the last mail that the right allowed. A server that does not answer in time does not keep a
 * citizen from withdrawing: its mail had begun before.
 */
export function sendingsSettled(source: Queryable, planId: string): Promise<void> {
  return settled(source, `plan_id = $1`, planId);
}

/** The same for one person, of whatever plan: whoever holds their row keeps new ones from beginning. */
export function sendingsToPersonSettled(source: Queryable, personId: string): Promise<void> {
  return settled(source, `addressee_person_id = $1`, personId);
}

async function settled(source: Queryable, of: string, id: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while ((await isUnderWay(source, of, id)) && performance.now() < end) await pause(LOOK_AGAIN_AFTER);
}

async function isUnderWay(source: Queryable, of: string, id: string): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `SELECT 1 FROM notices
     WHERE ${of} AND status = 'claimed' AND message_id IS NOT NULL AND sent_at IS NULL AND code IS NULL LIMIT 1`,
    [id],
  );
  return rows.length > 0;
}
