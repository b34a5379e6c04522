import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { hashOfLink, type Link } from '../../libs/audit/chain.js';

/** Numbers that follow from a seed, so that a tampering that was not found can be repeated (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

interface Row extends Link {
  readonly hash: Buffer;
}

type Pick = (below: number) => number;

/** A way to tamper with the audit, by somebody who has the whole database and not the keys. */
export type Tampering = (manager: EntityManager, pick: Pick) => Promise<void>;

async function anEntry(manager: EntityManager, pick: Pick): Promise<Row> {
  const rows = await manager.query<Row[]>(
    `SELECT chain, place, entry, key_id AS "keyId", code, hash FROM audit_entries ORDER BY chain, place`,
  );
  const row = rows[pick(rows.length)];
  if (row === undefined) throw new Error('There is no entry to tamper with.');
  return row;
}

async function laterInChain(manager: EntityManager, { chain, place }: Row): Promise<Row[]> {
  return manager.query<Row[]>(
    `SELECT chain, place, entry, key_id AS "keyId", code, hash FROM audit_entries
     WHERE chain = $1 AND place > $2 ORDER BY place`,
    [chain, place],
  );
}

async function hashBefore(manager: EntityManager, { chain, place }: Row): Promise<Buffer> {
  const rows = await manager.query<{ hash: Buffer }[]>(
    'SELECT hash FROM audit_entries WHERE chain = $1 AND place = $2',
    [chain, place - 1],
  );
  return rows[0]?.hash ?? Buffer.alloc(32);
}

/** Makes a chain fit again from a place on, with its head, as somebody would who knows how it is computed. */
async function rechain(manager: EntityManager, from: Row): Promise<void> {
  let hash = await hashBefore(manager, from);
  let last = from.place - 1;
  const rows = await manager.query<Row[]>(
    `SELECT chain, place, entry, key_id AS "keyId", code, hash FROM audit_entries
     WHERE chain = $1 AND place >= $2 ORDER BY place`,
    [from.chain, from.place],
  );
  for (const row of rows) {
    hash = hashOfLink(hash, row);
    last = row.place;
    await manager.query('UPDATE audit_entries SET hash = $3 WHERE chain = $1 AND place = $2', [
      row.chain,
      row.place,
      hash,
    ]);
  }
  await manager.query('UPDATE audit_heads SET place = $2, hash = $3 WHERE chain = $1', [
    from.chain,
    last,
    hash,
  ]);
}

function altered(entry: string, pick: Pick): string {
  const fields = JSON.parse(entry) as Record<string, unknown>;
  const changes: Record<string, unknown>[] = [
    { personId: randomUUID() },
    { allowed: fields['allowed'] !== true },
    { operation: 'getPlan2' },
    { roles: ['citizen'] },
    { disclosed: { goals: 'consent:other' } },
    { at: '2027-01-01T00:00:00.000Z' },
    { correlationId: 'another' },
    { channel: 'portal' },
  ];
  return JSON.stringify({ ...fields, ...changes[pick(changes.length)] });
}

/** Every way that is tried; each ends with a chain that looks whole if `rechained`. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  async 'an entry is changed'(manager, pick) {
    const row = await anEntry(manager, pick);
    await manager.query('UPDATE audit_entries SET entry = $3 WHERE chain = $1 AND place = $2', [
      row.chain,
      row.place,
      altered(row.entry, pick),
    ]);
  },
  async 'an entry is changed, and its chain made to fit'(manager, pick) {
    const row = await anEntry(manager, pick);
    await manager.query('UPDATE audit_entries SET entry = $3 WHERE chain = $1 AND place = $2', [
      row.chain,
      row.place,
      altered(row.entry, pick),
    ]);
    await rechain(manager, row);
  },
  async 'a column for searching is changed'(manager, pick) {
    const row = await anEntry(manager, pick);
    const columns = [
      "at = at + interval '1 second'",
      'plan_id = gen_random_uuid()',
      'person_id = gen_random_uuid()',
      'subject_person_id = gen_random_uuid()',
      "operation = operation || 's'",
      'allowed = NOT allowed',
      'listed = listed || gen_random_uuid()',
    ];
    await manager.query(
      `UPDATE audit_entries SET ${columns[pick(columns.length)] ?? ''} WHERE chain = $1 AND place = $2`,
      [row.chain, row.place],
    );
  },
  async 'an entry is found for another plan, or for one no longer'(manager, pick) {
    const row = await anEntry(manager, pick);
    const [, removed] = await manager.query<[unknown[], number]>(
      'DELETE FROM audit_listed WHERE chain = $1 AND place = $2',
      [row.chain, row.place],
    );
    if (removed > 0) return;
    await manager.query(
      `INSERT INTO audit_listed (chain, place, plan_id, at)
       SELECT chain, place, gen_random_uuid(), at FROM audit_entries WHERE chain = $1 AND place = $2`,
      [row.chain, row.place],
    );
  },
  async 'an entry is removed'(manager, pick) {
    const row = await anEntry(manager, pick);
    await manager.query('DELETE FROM audit_entries WHERE chain = $1 AND place = $2', [row.chain, row.place]);
  },
  async 'an entry is removed, and its chain made to fit'(manager, pick) {
    const row = await anEntry(manager, pick);
    const later = await laterInChain(manager, row);
    await manager.query('DELETE FROM audit_entries WHERE chain = $1 AND place = $2', [row.chain, row.place]);
    for (const { chain, place } of later) {
      await manager.query('UPDATE audit_entries SET place = place - 1 WHERE chain = $1 AND place = $2', [
        chain,
        place,
      ]);
    }
    await rechain(manager, row);
  },
  async 'the end of a chain is removed with its head'(manager, pick) {
    const row = await anEntry(manager, pick);
    await manager.query('DELETE FROM audit_entries WHERE chain = $1 AND place >= $2', [row.chain, row.place]);
    await rechain(manager, row);
    await manager.query('UPDATE audit_heads SET sealed_place = least(sealed_place, place) WHERE chain = $1', [
      row.chain,
    ]);
  },
  async 'a whole chain is removed'(manager, pick) {
    const { chain } = await anEntry(manager, pick);
    await manager.query('DELETE FROM audit_entries WHERE chain = $1', [chain]);
    await manager.query('DELETE FROM audit_heads WHERE chain = $1', [chain]);
  },
  async 'an entry is inserted that was made without the key'(manager, pick) {
    const row = await anEntry(manager, pick);
    const entry = JSON.stringify({
      ...(JSON.parse(altered(row.entry, pick)) as object),
      id: randomUUID(),
      at: '2027-03-01T09:00:00.000Z',
    });
    await manager.query('SELECT append_audit_entry($1, $2, $3, $4)', [
      row.chain,
      entry,
      row.keyId,
      randomBytes(32).toString('base64'),
    ]);
  },
  async 'an entry is inserted a second time'(manager, pick) {
    const row = await anEntry(manager, pick);
    await manager.query('SELECT append_audit_entry($1, $2, $3, $4)', [
      row.chain,
      row.entry,
      row.keyId,
      row.code,
    ]);
  },
  async 'an entry is moved to another chain'(manager, pick) {
    const row = await anEntry(manager, pick);
    const entry = await anEntry(manager, pick);
    const chain = entry.chain === row.chain ? `plan:${randomUUID()}` : entry.chain;
    await manager.query('SELECT append_audit_entry($1, $2, $3, $4)', [chain, row.entry, row.keyId, row.code]);
  },
  async 'two entries change places'(manager, pick) {
    const row = await anEntry(manager, pick);
    const other = await anEntry(manager, pick);
    if (other.chain === row.chain && other.place === row.place) {
      await TAMPERINGS['an entry is removed']?.(manager, pick);
      return;
    }
    for (const [one, given] of [
      [row, other],
      [other, row],
    ] as const) {
      await manager.query(
        'UPDATE audit_entries SET entry = $3, code = $4, key_id = $5 WHERE chain = $1 AND place = $2',
        [one.chain, one.place, given.entry, given.code, given.keyId],
      );
    }
    await rechain(manager, row);
    await rechain(manager, other);
  },
  async 'a head is changed'(manager, pick) {
    const { chain } = await anEntry(manager, pick);
    const changes = ['place = place + 1', "hash = sha256(hash || 'x')", 'sealed_place = sealed_place - 1'];
    await manager.query(`UPDATE audit_heads SET ${changes[pick(changes.length)] ?? ''} WHERE chain = $1`, [
      chain,
    ]);
  },
  async 'a seal is changed'(manager, pick) {
    const number = await aSeal(manager, pick);
    const changes = ["at = at + interval '1 second'", "hash = sha256(hash || 'x')", "key_id = key_id || 'x'"];
    await manager.query(`UPDATE audit_seals SET ${changes[pick(changes.length)] ?? ''} WHERE number = $1`, [
      number,
    ]);
  },
  async 'what a seal took in is changed'(manager, pick) {
    const number = await aSeal(manager, pick);
    const changes = ['place = place + 1', "hash = sha256(hash || 'x')"];
    await manager.query(
      `UPDATE audit_sealed_heads SET ${changes[pick(changes.length)] ?? ''} WHERE number = $1`,
      [number],
    );
  },
  async 'a seal is removed'(manager, pick) {
    const number = await aSeal(manager, pick);
    await manager.query('DELETE FROM audit_sealed_heads WHERE number = $1', [number]);
    await manager.query('DELETE FROM audit_seals WHERE number = $1', [number]);
  },
  async 'every seal from one on is removed, and the heads told nothing of it'(manager, pick) {
    const number = await aSeal(manager, pick);
    await manager.query('DELETE FROM audit_sealed_heads WHERE number >= $1', [number]);
    await manager.query('DELETE FROM audit_seals WHERE number >= $1', [number]);
    await manager.query(
      `UPDATE audit_heads h SET sealed_place = coalesce(
         (SELECT max(place) FROM audit_sealed_heads s WHERE s.chain = h.chain), 0)`,
    );
  },
  async 'everything is replaced by what was there some seals ago'(manager, pick) {
    const number = await aSeal(manager, pick);
    const rows = await manager.query<{ chain: string; place: number }[]>(
      'SELECT chain, max(place) AS place FROM audit_sealed_heads WHERE number < $1 GROUP BY chain',
      [number],
    );
    const kept = JSON.stringify(rows);
    await manager.query(
      `DELETE FROM audit_entries e WHERE NOT EXISTS (
         SELECT FROM jsonb_to_recordset($1::jsonb) AS k (chain text, place int)
         WHERE k.chain = e.chain AND e.place <= k.place)`,
      [kept],
    );
    await manager.query('DELETE FROM audit_sealed_heads WHERE number >= $1', [number]);
    await manager.query('DELETE FROM audit_seals WHERE number >= $1', [number]);
    await manager.query(
      `DELETE FROM audit_heads h WHERE NOT EXISTS (SELECT FROM audit_entries e WHERE e.chain = h.chain)`,
    );
    await manager.query(
      `UPDATE audit_heads h SET (place, hash) = (
         SELECT place, hash FROM audit_entries e WHERE e.chain = h.chain ORDER BY place DESC LIMIT 1)`,
    );
    await manager.query('UPDATE audit_heads SET sealed_place = place');
    await manager.query('UPDATE plans SET seq = 0');
  },
};

async function aSeal(manager: EntityManager, pick: Pick): Promise<number> {
  const rows = await manager.query<{ number: number }[]>('SELECT number FROM audit_seals ORDER BY number');
  return rows[pick(rows.length)]?.number ?? 0;
}
