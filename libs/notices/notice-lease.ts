import type { DataSource } from 'typeorm';
import { addDuration, type Instant } from '../domain/calendar/index.js';

/** Says that a shard's drain is awake for so long, so that whoever queues a notice need not poke it. To be renewed. */
export async function takeLease(
  dataSource: DataSource,
  shard: number,
  now: Instant,
  seconds: number,
): Promise<void> {
  await dataSource.query(
    `INSERT INTO notice_leases (shard, awake_until) VALUES ($1, $2)
     ON CONFLICT (shard) DO UPDATE SET awake_until = EXCLUDED.awake_until`,
    [shard, addDuration(now, { minutes: seconds / 60 })],
  );
}

/** Says that a shard's drain goes to sleep. It must look once more afterwards: a poke may have been spared. */
export async function clearLease(dataSource: DataSource, shard: number): Promise<void> {
  await dataSource.query('UPDATE notice_leases SET awake_until = NULL WHERE shard = $1', [shard]);
}

/** Whether a shard's drain is awake, to be asked after the commit that queued a notice. */
export async function isAwake(dataSource: DataSource, shard: number, now: Instant): Promise<boolean> {
  const rows = await dataSource.query<{ awake: boolean | null }[]>(
    'SELECT awake_until > $2 AS awake FROM notice_leases WHERE shard = $1',
    [shard, now],
  );
  return rows[0]?.awake === true;
}
