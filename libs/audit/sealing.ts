import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import type { AuditKeys } from './audit-keys.js';
import { FIRST_HASH } from './chain.js';
import { hashOfSeal, inOrder, type Seal, type SealedHead } from './seal.js';

/** Most chains that one seal takes in; what is left comes into the next. */
const MOST_HEADS = 5_000;

/** How long sealing waits for whoever holds what it needs: after that it is said that it could not be done. */
const PATIENCE = '5s';

/** The seals that are there do not go on from those that this process knows: some were taken away, or it is another database. */
export class SealsWithheld extends Error {
  override readonly name = 'SealsWithheld';

  constructor() {
    super('AUDIT.SEALS_WITHHELD');
  }
}

/**
 * Seals what was added to the audit since the last seal.
 * @param known The newest seal that this process, or an anchor, knows of; null if there is none.
 * @param anchored What is known to be kept outside, as a seal says it.
 * @returns The new seal; null if nothing was added, or another process has sealed at this moment.
 * @throws SealsWithheld if that is not there any more; then nothing is sealed, or what was taken away would be covered up.
 */
export async function sealAudit(
  dataSource: DataSource,
  clock: Clock,
  keys: AuditKeys,
  known: Pick<Seal, 'number' | 'hash'> | null = null,
  anchored: string | null = null,
): Promise<Seal | null> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('lock_timeout', '${PATIENCE}', true)`);
    if (known !== null) await mustBeThere(manager, known);
    const heads = await unsealedHeads(manager);
    if (heads.length === 0) return null;
    const last = await lastSeal(manager);
    const frame = { number: (last?.number ?? 0) + 1, at: await clock.now(), anchored };
    const hash = hashOfSeal(last?.hash ?? FIRST_HASH, frame, inOrder(heads));
    const seal: Seal = { ...frame, hash, keyId: keys.current, signature: keys.sign(hash) };
    return (await isWritten(manager, seal, heads)) ? seal : null;
  });
}

/** The newest seal, or null. */
export async function lastSeal(source: Pick<EntityManager, 'query'>): Promise<Seal | null> {
  const rows = await source.query<Seal[]>(
    `SELECT number, at, hash, key_id AS "keyId", signature, anchored FROM audit_seals ORDER BY number DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

async function mustBeThere(
  manager: EntityManager,
  { number, hash }: Pick<Seal, 'number' | 'hash'>,
): Promise<void> {
  const rows = await manager.query<{ hash: Buffer }[]>('SELECT hash FROM audit_seals WHERE number = $1', [
    number,
  ]);
  if (rows[0]?.hash.equals(hash) !== true) throw new SealsWithheld();
}

async function unsealedHeads(manager: EntityManager): Promise<SealedHead[]> {
  return manager.query<SealedHead[]>(
    'SELECT chain, place, hash FROM audit_heads WHERE place > sealed_place ORDER BY chain LIMIT $1',
    [MOST_HEADS],
  );
}

/** Of two processes that seal at the same moment, the second adds nothing. */
async function isWritten(manager: EntityManager, seal: Seal, heads: readonly SealedHead[]): Promise<boolean> {
  const rows = heads.map(({ chain, place, hash }) => ({ chain, place, hash: hash.toString('hex') }));
  const answers = await manager.query<{ added: boolean }[]>(
    'SELECT append_audit_seal($1, $2, $3, $4, $5, $6, $7) AS added',
    [seal.number, seal.at, seal.hash, seal.keyId, seal.signature, JSON.stringify(rows), seal.anchored],
  );
  return answers[0]?.added === true;
}
