import type { DataSource } from 'typeorm';
import { processOrigin } from '../audit/audit-entry.types.js';
import type { Instant } from '../domain/calendar/index.js';
import { DomainError } from '../domain/plan/errors.js';
import type { PlanRecord } from './plan-record.js';

/** How many plans take in news at a time. */
const BATCH = 100;

interface News {
  readonly planId: string;
  readonly personId: string;
  readonly changedAt: Instant;
}

/** Where what the register says of somebody is taken into their plans, by commands of the process. */
export interface NewsParts {
  readonly database: DataSource;
  readonly record: PlanRecord;
}

/**
 * Lets plans take in what the register says of people, oldest news first. What cannot be taken in is tried again after all
 * others; doing it twice, or by several processes at once, changes nothing more.
 * @param personId only the news of this person; null for everybody's
 * @returns How many were taken in.
 */
export async function takeInRegisterNews(
  { database, record }: NewsParts,
  personId: string | null = null,
): Promise<number> {
  const news = await database.query<News[]>(
    `SELECT plan_id AS "planId", person_id AS "personId", changed_at AS "changedAt" FROM register_news
     WHERE $1::uuid IS NULL OR person_id = $1 ORDER BY changed_at LIMIT $2`,
    [personId, BATCH],
  );
  let taken = 0;
  for (const one of news) {
    try {
      await takeIn(record, one);
    } catch {
      await database.query(
        'UPDATE register_news SET changed_at = now() WHERE plan_id = $1 AND person_id = $2 AND changed_at = $3',
        [one.planId, one.personId, one.changedAt],
      );
      continue;
    }
    await database.query(
      'DELETE FROM register_news WHERE plan_id = $1 AND person_id = $2 AND changed_at = $3',
      [one.planId, one.personId, one.changedAt],
    );
    taken += 1;
  }
  return taken;
}

async function takeIn(record: PlanRecord, { planId, personId }: News): Promise<void> {
  try {
    await record.execute(
      planId,
      { type: 'noteDeath', personId },
      {
        actor: { kind: 'process' },
        commandId: null,
        expectedSeq: null,
        origin: processOrigin(`register:${planId}`),
      },
    );
  } catch (error) {
    // A plan that was erased meanwhile has nothing to take in.
    if (!(error instanceof DomainError && error.code === 'PLAN.NOT_FOUND')) throw error;
  }
}
