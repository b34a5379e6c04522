import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Vault } from '../../persistence/vault.js';
import { RecordDamaged } from '../../persistence/record-damaged.js';
import { WordSealer } from '../../persistence/sealed-words/word-sealer.js';
import { READ_MODELS, rebuildProjections } from '../../record/projections/rebuild.js';
import type { Report } from './finding.types.js';

const PAGE = 500;

/** What each table says of a plan, as one hash. */
const HASHES = READ_MODELS.map(
  (table) => `SELECT '${table}' AS "table", coalesce(
      string_agg(md5(to_jsonb(t)::text), '' ORDER BY md5(to_jsonb(t)::text)), ''
    ) AS hash FROM ${table} t WHERE plan_id = $1`,
).join(' UNION ALL ');

/** A data source; or a transaction, in which each plan is looked at from a savepoint. */
type Source = DataSource | EntityManager;

/** Ends a transaction of which nothing is kept. */
class NothingKept extends Error {}

/**
 * Makes every plan's read models anew from its events and holds them against those that stand; nothing of it is kept. Each plan
 * is locked as by a command, one after the other.
 * @returns How many plans were looked at.
 */
export async function checkReadModels(database: Source, vault: Vault, report: Report): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ;) {
    const plans: { id: string }[] = await database.query<{ id: string }[]>(
      `SELECT id FROM plans WHERE erased_at IS NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
      [after, PAGE],
    );
    for (const { id } of plans) {
      await checkPlan(database, vault, id, report);
      count += 1;
    }
    after = plans.at(-1)?.id ?? null;
    if (after === null) return count;
  }
}

async function checkPlan(database: Source, vault: Vault, planId: string, report: Report): Promise<void> {
  try {
    await database.transaction(async (manager) => {
      const held = await manager.query<unknown[]>(
        'SELECT 1 FROM plans WHERE id = $1 AND erased_at IS NULL FOR NO KEY UPDATE',
        [planId],
      );
      if (held.length > 0) await compare(manager, vault, planId, report);
      throw new NothingKept();
    });
  } catch (error) {
    if (error instanceof NothingKept) return;
    if (error instanceof QueryFailedError) throw error;
    // Events that cannot be opened are not what was written; nor is the key that opened them.
    const kind = error instanceof RecordDamaged ? 'changeDiffers' : 'contentKeyMissing';
    report({ kind, chain: `plan:${planId}`, place: 0 });
  }
}

async function compare(manager: EntityManager, vault: Vault, planId: string, report: Report): Promise<void> {
  const standing = await hashesOf(manager, planId);
  const { events, history } = await vault.events.whole(manager, planId);
  const first = events[0];
  if (first === undefined) throw new RecordDamaged(planId);
  const sealer = new WordSealer(await vault.events.keyOf(manager, planId, first.at));
  await rebuildProjections(manager, planId, { events, history: history.toString('base64') }, sealer);
  for (const [table, hash] of await hashesOf(manager, planId)) {
    if (standing.get(table) === hash) continue;
    report({ kind: 'readModelDiffers', chain: `plan:${planId}`, place: events.length, about: table });
  }
}

async function hashesOf(manager: EntityManager, planId: string): Promise<Map<string, string>> {
  const rows = await manager.query<{ table: string; hash: string }[]>(HASHES, [planId]);
  return new Map(rows.map(({ table, hash }) => [table, hash]));
}
