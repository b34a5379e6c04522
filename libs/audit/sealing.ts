import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import type { AuditKeys } from './audit-keys.js';
import { FIRST_HASH } from './chain.js';
import { hashOfSeal, type Seal, type SealedHead } from './seal.js';

/** One process seals at a time; any number will do, as long as all ask for the same one. */
const SEALING_LOCK = 7_281_991;

/** Most chains that one seal takes in; what is left comes into the next. */
const MOST_HEADS = 5_000;

/**
 * Seals what was added to the audit since the last seal.
 * @returns The new seal; null if nothing was added, or another process is sealing.
 */
export async function sealAudit(dataSource: DataSource, clock: Clock, keys: AuditKeys): Promise<Seal | null> {
  return dataSource.transaction(async (manager) => {
    const [lock] = await manager.query<{ got: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS got', [
      SEALING_LOCK,
    ]);
    if (lock?.got !== true) return null;
    const heads = await unsealedHeads(manager);
    if (heads.length === 0) return null;
    const last = await lastSeal(manager);
    const frame = { number: (last?.number ?? 0) + 1, at: await clock.now() };
    const hash = hashOfSeal(last?.hash ?? FIRST_HASH, frame, heads);
    const seal: Seal = { ...frame, hash, keyId: keys.current, signature: keys.sign(hash) };
    await write(manager, seal, heads);
    return seal;
  });
}

/** The newest seal, or null. */
export async function lastSeal(source: Pick<EntityManager, 'query'>): Promise<Seal | null> {
  const rows = await source.query<Seal[]>(
    `SELECT number, at, hash, key_id AS "keyId", signature FROM audit_seals ORDER BY number DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

async function unsealedHeads(manager: EntityManager): Promise<SealedHead[]> {
  return manager.query<SealedHead[]>(
    'SELECT chain, place, hash FROM audit_heads WHERE place > sealed_place ORDER BY chain LIMIT $1',
    [MOST_HEADS],
  );
}

async function write(manager: EntityManager, seal: Seal, heads: readonly SealedHead[]): Promise<void> {
  const rows = heads.map(({ chain, place, hash }) => ({ chain, place, hash: hash.toString('hex') }));
  await manager.query('SELECT append_audit_seal($1, $2, $3, $4, $5, $6)', [
    seal.number,
    seal.at,
    seal.hash,
    seal.keyId,
    seal.signature,
    JSON.stringify(rows),
  ]);
}
