import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AuditKeys } from '../audit-keys.js';
import { ChainCheck, type EntryContent, type EntryRow, entryRow } from './chain-check.js';
import type { Report } from './finding.types.js';
import { everyRow, momentOf, numberIn, textIn } from './rows.js';

const ENTRIES = `SELECT chain, place, entry, key_id AS "keyId", code, hash, ${momentOf('at')} AS at, plan_id AS "planId",
    person_id AS "personId", subject_person_id AS "subjectPersonId", operation, allowed, listed::text[] AS listed,
    ARRAY(
      SELECT l.plan_id::text COLLATE "C" FROM audit_listed l
      WHERE l.chain = audit_entries.chain AND l.place = audit_entries.place AND l.at = audit_entries.at ORDER BY 1
    ) AS "foundFor",
    ARRAY(
      SELECT s.hash FROM audit_sealed_heads s WHERE s.chain = audit_entries.chain AND s.place = audit_entries.place
    ) AS sealed
  FROM audit_entries ORDER BY chain, place`;

/** What follows a chain: what its entries say, and where it ends. */
export interface ChainListener {
  entry(row: EntryRow, content: EntryContent): void;
  /** A chain was followed to its end. */
  end(chain: string): Promise<void>;
}

/** How much was looked at. */
export interface CheckedChains {
  readonly entries: number;
  readonly chains: number;
  /** Chains whose newest entries no seal covers yet. */
  readonly unsealed: number;
}

/** Follows every chain from its beginning to its head. */
export async function checkChains(
  manager: EntityManager,
  keys: AuditKeys,
  listener: ChainListener,
  report: Report,
): Promise<CheckedChains> {
  let entries = 0;
  let chains = 0;
  let check = null as ChainCheck | null;
  const end = async (): Promise<void> => {
    if (check === null) return;
    await checkEnd(manager, check, report);
    await listener.end(check.chain);
  };
  for await (const read of everyRow(manager, 'entries', ENTRIES, entryRow)) {
    const chain = read.row?.chain ?? textIn('raw' in read ? read.raw : {}, 'chain');
    if (check?.chain !== chain) {
      await end();
      check = new ChainCheck(chain, keys, report);
      chains += 1;
    }
    entries += 1;
    if (read.row === null) {
      check.unreadable(numberIn(read.raw, 'place'));
      continue;
    }
    const content = check.next(read.row);
    if (content !== null) listener.entry(read.row, content);
  }
  await end();
  await checkRepeated(manager, report);
  await checkListed(manager, report);
  const unsealed = await checkHeads(manager, report);
  return { entries, chains, unsealed };
}

/** The chain ends where its head says. */
async function checkEnd(
  manager: EntityManager,
  { chain, place, hash }: ChainCheck,
  report: Report,
): Promise<void> {
  const heads = await manager.query<{ place: number; hash: Buffer }[]>(
    'SELECT place, hash FROM audit_heads WHERE chain = $1',
    [chain],
  );
  const [head] = heads;
  if (head === undefined) report({ kind: 'headMissing', chain, place });
  else if (head.place > place) report({ kind: 'entryMissing', chain, place: place + 1, until: head.place });
  else if (head.place !== place || !head.hash.equals(hash)) report({ kind: 'headDiffers', chain, place });
}

/** An entry that was written once and stands there twice has the code of the other. */
async function checkRepeated(manager: EntityManager, report: Report): Promise<void> {
  const statement = `SELECT chain, max(place) AS place FROM audit_entries
    GROUP BY chain, code HAVING count(*) > 1`;
  for await (const read of everyRow(manager, 'repeated', statement, placed)) {
    const { chain, place } = placedIn(read);
    report({ kind: 'entryTwice', chain, place });
  }
}

/** Whatever is found as a list has its entry. */
async function checkListed(manager: EntityManager, report: Report): Promise<void> {
  const statement = `SELECT l.chain, l.place FROM audit_listed l
    WHERE NOT EXISTS (SELECT FROM audit_entries e WHERE e.chain = l.chain AND e.place = l.place AND e.at = l.at)`;
  for await (const read of everyRow(manager, 'listed', statement, placed)) {
    report({ kind: 'entryMissing', ...placedIn(read) });
  }
}

const placed = z.object({ chain: z.string(), place: z.int() });

function placedIn(
  read: { row: z.infer<typeof placed> } | { row: null; raw: Readonly<Record<string, unknown>> },
): z.infer<typeof placed> {
  return read.row ?? { chain: textIn(read.raw, 'chain'), place: numberIn(read.raw, 'place') };
}

const headRow = z.object({
  chain: z.string(),
  place: z.int(),
  sealedPlace: z.int(),
  sealedUntil: z.int(),
  hasEntries: z.boolean(),
});

/** Every head has its chain, and seals go as far as the heads say; nothing is sealed that is not there. */
async function checkHeads(manager: EntityManager, report: Report): Promise<number> {
  let unsealed = 0;
  const heads = `SELECT h.chain, h.place, h.sealed_place AS "sealedPlace", coalesce(s.place, 0) AS "sealedUntil",
      EXISTS (SELECT FROM audit_entries e WHERE e.chain = h.chain) AS "hasEntries"
    FROM audit_heads h
    LEFT JOIN LATERAL (SELECT max(place) AS place FROM audit_sealed_heads s WHERE s.chain = h.chain) s ON true
    ORDER BY h.chain`;
  for await (const read of everyRow(manager, 'heads', heads, headRow)) {
    if (read.row === null) {
      report({ kind: 'headDiffers', chain: textIn(read.raw, 'chain'), place: numberIn(read.raw, 'place') });
      continue;
    }
    const { chain, place, sealedPlace, sealedUntil, hasEntries } = read.row;
    if (place > sealedPlace) unsealed += 1;
    if (!hasEntries) report({ kind: 'entryMissing', chain, place: 1, until: place });
    if (sealedUntil !== sealedPlace) {
      report({ kind: 'sealMissing', chain, place: Math.max(sealedUntil, sealedPlace) });
    }
  }
  const sealedOnly = `SELECT s.chain, s.place FROM audit_sealed_heads s
    WHERE NOT EXISTS (SELECT FROM audit_entries e WHERE e.chain = s.chain AND e.place = s.place)
    ORDER BY s.chain, s.place`;
  for await (const read of everyRow(manager, 'sealed_only', sealedOnly, placed)) {
    report({ kind: 'entryMissing', ...placedIn(read) });
  }
  return unsealed;
}
