import type { DataSource } from 'typeorm';
import type { WaitState } from '../domain/plan/wait-state.types.js';

export interface OpenPlan {
  readonly planId: string;
  readonly waitState: WaitState;
}

/** Plans whose next step should have been performed before an instant. */
export async function stalePlans(dataSource: DataSource, before: string, limit: number): Promise<OpenPlan[]> {
  return dataSource.query<OpenPlan[]>(
    `SELECT id AS "planId", wait_state AS "waitState" FROM plans
     WHERE next_at < $1 AND ended_at IS NULL ORDER BY next_at LIMIT $2`,
    [before, limit],
  );
}

/** Open plans in the order of their ids, a page at a time. */
export async function openPlans(
  dataSource: DataSource,
  afterId: string | null,
  limit: number,
): Promise<OpenPlan[]> {
  return dataSource.query<OpenPlan[]>(
    `SELECT id AS "planId", wait_state AS "waitState" FROM plans
     WHERE ended_at IS NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
    [afterId, limit],
  );
}

export async function countOpenPlans(dataSource: DataSource): Promise<number> {
  const rows = await dataSource.query<{ count: string }[]>(
    'SELECT count(*) AS count FROM plans WHERE ended_at IS NULL',
  );
  return Number(rows[0]?.count ?? 0);
}

/** Shards of the outbox in which something is due. */
export async function shardsWithDueNotices(dataSource: DataSource, at: string): Promise<number[]> {
  const rows = await dataSource.query<{ shard: number }[]>(
    "SELECT DISTINCT shard FROM notices WHERE status = 'queued' AND due_at <= $1",
    [at],
  );
  return rows.map(({ shard }) => shard);
}

/** Shards of the outbox in which anything waits to be sent, now or later. */
export async function shardsWithQueuedNotices(dataSource: DataSource): Promise<number[]> {
  const rows = await dataSource.query<{ shard: number }[]>(
    "SELECT DISTINCT shard FROM notices WHERE status = 'queued'",
  );
  return rows.map(({ shard }) => shard);
}
