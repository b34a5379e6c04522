import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AnchoredSeal } from '../anchor/audit-anchor.js';
import type { AuditKeys } from '../audit-keys.js';
import { FIRST_HASH } from '../chain.js';
import { hashOfSeal, inOrder } from '../seal.js';
import type { Report } from './finding.types.js';
import { everyRow, momentOf, numberIn } from './rows.js';

const SEALS = 'seals';

const sealRow = z.object({
  number: z.int(),
  at: z.string(),
  hash: z.instanceof(Buffer),
  keyId: z.string(),
  signature: z.instanceof(Buffer),
  anchored: z.string().nullable(),
  heads: z.array(z.object({ chain: z.string(), place: z.int(), hash: z.string() })),
});

const STATEMENT = `SELECT number, ${momentOf('at')} AS at, hash, key_id AS "keyId", signature, anchored,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('chain', h.chain, 'place', h.place, 'hash', encode(h.hash, 'hex')))
      FROM audit_sealed_heads h WHERE h.number = audit_seals.number
    ), '[]') AS heads
  FROM audit_seals ORDER BY number`;

/** How many seals there are, and what they say is kept outside: the highest number by the name of its anchors. */
export interface CheckedSeals {
  readonly count: number;
  readonly demanded: ReadonlyMap<string, number>;
}

/**
 * Follows the seals from the first one, and holds those that were anchored against what is kept outside.
 * @param anchored What is kept outside and was not given up.
 */
export async function checkSeals(
  manager: EntityManager,
  keys: AuditKeys,
  anchored: readonly AnchoredSeal[],
  report: Report,
): Promise<CheckedSeals> {
  const outside = Map.groupBy(anchored, ({ number }) => number);
  const demanded = new Map<string, number>();
  let previous: Buffer = FIRST_HASH;
  let last = 0;
  let count = 0;
  for await (const read of everyRow(manager, 'seals', STATEMENT, sealRow)) {
    count += 1;
    if (read.row === null) {
      report({ kind: 'sealChanged', chain: SEALS, place: numberIn(read.raw, 'number') });
      last = Math.max(last, numberIn(read.raw, 'number'));
      continue;
    }
    const seal = read.row;
    if (seal.number > last + 1) missing(last + 1, seal.number - 1, report);
    last = seal.number;
    const frame = { ...seal, at: isoOf(seal.at) };
    const heads = inOrder(seal.heads.map((head) => ({ ...head, hash: Buffer.from(head.hash, 'hex') })));
    if (!hashOfSeal(previous, frame, heads).equals(seal.hash)) {
      report({ kind: 'sealChanged', chain: SEALS, place: seal.number });
    }
    if (!keys.has(seal.keyId)) {
      report({ kind: 'keyUnknown', chain: SEALS, place: seal.number, about: seal.keyId });
    } else if (!keys.isSigned(seal.hash, seal.keyId, seal.signature)) {
      report({ kind: 'sealForged', chain: SEALS, place: seal.number });
    } else {
      noteDemanded(seal.anchored, demanded);
    }
    for (const { hash } of outside.get(seal.number) ?? []) {
      if (!hash.equals(seal.hash)) report({ kind: 'anchorDiffers', chain: SEALS, place: seal.number });
    }
    outside.delete(seal.number);
    previous = seal.hash;
  }
  for (const number of outside.keys()) report({ kind: 'anchorDiffers', chain: SEALS, place: number });
  return { count, demanded };
}

function missing(place: number, until: number, report: Report): void {
  report({ kind: 'sealMissing', chain: SEALS, place, ...(until > place ? { until } : {}) });
}

function noteDemanded(anchored: string | null, demanded: Map<string, number>): void {
  const [, name, number] = /^([0-9a-f-]{36}):(\d{1,10})$/.exec(anchored ?? '') ?? [];
  if (name === undefined || number === undefined) return;
  demanded.set(name, Math.max(Number(number), demanded.get(name) ?? 0));
}

/** As the seal was made; a moment that is none stays as it is, and the seal's hash does not fit. */
function isoOf(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}
