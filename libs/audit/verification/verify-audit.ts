import type { EntityManager } from 'typeorm';
import type { AuditKeys } from '../audit-keys.js';
import type { AnchoredSeal } from '../anchor/audit-anchor.js';
import { FIRST_HASH, planOfChain } from '../chain.js';
import { hashOfSeal, type Seal, type SealedHead } from '../seal.js';
import { isTimestamped } from '../timestamping/timestamp-token.js';
import { ChainCheck, type EntryRow } from './chain-check.js';
import type { Finding } from './finding.types.js';

const PAGE = 2_000;

/** What a verification looked at, and what it found; nothing found means that the audit is as it was written. */
export interface Verification {
  readonly entries: number;
  readonly chains: number;
  readonly seals: number;
  /** Chains whose newest entries no seal covers yet. */
  readonly unsealed: number;
  readonly findings: readonly Finding[];
}

/**
 * Follows every chain and every seal of the audit, and holds them against what was anchored outside the database.
 * @param manager A transaction that sees one moment (REPEATABLE READ), so that writers need not stop.
 * @param anchored Seals that were kept outside, if any.
 * @param trusted Certificates in PEM that vouch for the time-stamping authority; null to leave time-stamps alone.
 */
export async function verifyAudit(
  manager: EntityManager,
  keys: AuditKeys,
  anchored: readonly AnchoredSeal[],
  trusted: string | null = null,
): Promise<Verification> {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => {
    findings.push(finding);
  };
  const heads = await headsOf(manager);
  const sealed = await sealedHeads(manager);
  const chains = await checkChains(manager, keys, heads, sealed, report);
  const seals = await checkSeals(manager, keys, sealed, report);
  checkAnchors(keys, seals, anchored, report);
  if (trusted !== null) await checkTimestamps(anchored, trusted, report);
  return {
    entries: chains.entries,
    chains: chains.count,
    seals: seals.length,
    unsealed: [...heads.values()].filter(({ place, sealedPlace }) => place > sealedPlace).length,
    findings,
  };
}

interface Head extends SealedHead {
  readonly sealedPlace: number;
}

interface NumberedHead extends SealedHead {
  readonly number: number;
}

async function headsOf(manager: EntityManager): Promise<Map<string, Head>> {
  const rows = await manager.query<Head[]>(
    'SELECT chain, place, hash, sealed_place AS "sealedPlace" FROM audit_heads',
  );
  return new Map(rows.map((row) => [row.chain, row]));
}

function sealedHeads(manager: EntityManager): Promise<NumberedHead[]> {
  return manager.query<NumberedHead[]>('SELECT number, chain, place, hash FROM audit_sealed_heads');
}

async function checkChains(
  manager: EntityManager,
  keys: AuditKeys,
  heads: ReadonlyMap<string, Head>,
  sealed: readonly NumberedHead[],
  report: (finding: Finding) => void,
): Promise<{ entries: number; count: number }> {
  const sealedAt = new Map(sealed.map((head) => [`${head.chain}\n${head.place}`, head]));
  const checks = new Map<string, ChainCheck>();
  let entries = 0;
  let check: ChainCheck | undefined;
  for await (const row of everyEntry(manager)) {
    entries += 1;
    if (check?.chain !== row.chain) {
      check?.end();
      check = new ChainCheck(row.chain, keys, report);
      checks.set(row.chain, check);
    }
    check.next(row);
    const head = sealedAt.get(`${row.chain}\n${row.place}`);
    if (head !== undefined && !head.hash.equals(row.hash)) {
      report({ kind: 'sealedEntryDiffers', chain: row.chain, place: row.place });
    }
  }
  checkEnds(heads, sealed, checks, report);
  await checkChanges(manager, checks, report);
  return { entries, count: checks.size };
}

/** Every chain ends where its head says, and no earlier than a seal says. */
function checkEnds(
  heads: ReadonlyMap<string, Head>,
  sealed: readonly NumberedHead[],
  checks: ReadonlyMap<string, ChainCheck>,
  report: (finding: Finding) => void,
): void {
  for (const [chain, check] of checks) {
    if (!heads.has(chain)) report({ kind: 'headMissing', chain, place: check.place });
  }
  const sealedUntil = new Map<string, number>();
  for (const { chain, place } of sealed) {
    sealedUntil.set(chain, Math.max(place, sealedUntil.get(chain) ?? 0));
  }
  for (const { chain, place, hash, sealedPlace } of heads.values()) {
    const until = sealedUntil.get(chain) ?? 0;
    if (until !== sealedPlace) report({ kind: 'sealMissing', chain, place: Math.max(until, sealedPlace) });
    const check = checks.get(chain);
    if (check === undefined || check.place < place) report({ kind: 'entryMissing', chain, place });
    else if (check.place !== place || !check.hash.equals(hash)) report({ kind: 'headDiffers', chain, place });
  }
  for (const { chain, place } of sealed) {
    if ((checks.get(chain)?.place ?? 0) < place) report({ kind: 'entryMissing', chain, place });
  }
}

/** Every event of a plan was brought about by something that has an entry. */
async function checkChanges(
  manager: EntityManager,
  checks: ReadonlyMap<string, ChainCheck>,
  report: (finding: Finding) => void,
): Promise<void> {
  const plans = await manager.query<{ planId: string; seq: number }[]>(
    'SELECT id AS "planId", seq FROM plans',
  );
  const seqs = new Map(plans.map(({ planId, seq }) => [planId, seq]));
  const audited = new Map([...checks].map(([chain, check]) => [planOfChain(chain), check.eventsUntil]));
  for (const [planId, seq] of seqs) {
    const until = audited.get(planId) ?? 0;
    if (until < seq) report({ kind: 'changeWithoutEntry', chain: `plan:${planId}`, place: until + 1 });
  }
}

async function* everyEntry(manager: EntityManager): AsyncGenerator<EntryRow> {
  for (let chain = '', place = 0; ;) {
    const rows: EntryRow[] = await manager.query<EntryRow[]>(
      `SELECT chain, place, entry, key_id AS "keyId", code, hash, at, plan_id AS "planId", person_id AS "personId",
         subject_person_id AS "subjectPersonId", operation, allowed, listed,
         ARRAY(
           SELECT l.plan_id::text COLLATE "C" FROM audit_listed l
           WHERE l.chain = audit_entries.chain AND l.place = audit_entries.place AND l.at = audit_entries.at ORDER BY 1
         ) AS "foundFor"
       FROM audit_entries WHERE (chain, place) > ($1, $2) ORDER BY chain, place LIMIT $3`,
      [chain, place, PAGE],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    ({ chain, place } = last);
  }
}

const SEALS = 'seals';

async function checkSeals(
  manager: EntityManager,
  keys: AuditKeys,
  sealed: readonly NumberedHead[],
  report: (finding: Finding) => void,
): Promise<Seal[]> {
  const seals = await manager.query<Seal[]>(
    'SELECT number, at, hash, key_id AS "keyId", signature FROM audit_seals ORDER BY number',
  );
  const heads = Map.groupBy(sealed, ({ number }) => number);
  let previous: Buffer = FIRST_HASH;
  let expected = 1;
  for (const seal of seals) {
    for (; expected < seal.number; expected += 1) {
      report({ kind: 'sealMissing', chain: SEALS, place: expected });
    }
    expected = seal.number + 1;
    if (!hashOfSeal(previous, seal, heads.get(seal.number) ?? []).equals(seal.hash)) {
      report({ kind: 'sealChanged', chain: SEALS, place: seal.number });
    }
    if (!keys.isSigned(seal.hash, seal.keyId, seal.signature)) {
      report({ kind: 'sealForged', chain: SEALS, place: seal.number });
    }
    previous = seal.hash;
  }
  return seals;
}

function checkAnchors(
  keys: AuditKeys,
  seals: readonly Seal[],
  anchored: readonly AnchoredSeal[],
  report: (finding: Finding) => void,
): void {
  const hashes = new Map(seals.map(({ number, hash }) => [number, hash]));
  for (const { number, hash, keyId, signature } of anchored) {
    if (!keys.isSigned(hash, keyId, signature)) {
      report({ kind: 'anchorForged', chain: SEALS, place: number });
    } else if (hashes.get(number)?.equals(hash) !== true) {
      report({ kind: 'anchorDiffers', chain: SEALS, place: number });
    }
  }
}

async function checkTimestamps(
  anchored: readonly AnchoredSeal[],
  trusted: string,
  report: (finding: Finding) => void,
): Promise<void> {
  for (const { number, hash, timestamp } of anchored) {
    if (timestamp === null || (await isTimestamped(hash, timestamp, trusted))) continue;
    report({ kind: 'timestampForged', chain: SEALS, place: number });
  }
}
