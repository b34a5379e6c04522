import type { FieldCipher } from '../encryption/field-cipher.js';
import type { Queryable } from '../queryable.js';

/** A table of the register, and what of its rows decides who somebody is and where they stand. */
interface RegisterTable {
  readonly key: string;
  /** Expressions over a row's columns. */
  readonly deciding: readonly string[];
}

/** Tables of which every row carries a code over what decides. */
export const REGISTER_TABLES = {
  people: { key: 'id', deciding: ['subject', 'organisation_id', 'organisation_roles', 'erased_at IS NULL'] },
  citizens: { key: 'person_id', deciding: ["encode(cpr_hash, 'hex')"] },
  organisations: { key: 'id', deciding: ['kind', 'parent_id', 'leader_person_id', 'cvr'] },
  machine_clients: { key: 'id', deciding: ['client_id', 'organisation_id', 'scopes', 'ended_at IS NULL'] },
} as const satisfies Readonly<Record<string, RegisterTable>>;
export type RegisterTableName = keyof typeof REGISTER_TABLES;

const PURPOSE = 'register row';
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;
const WRITING = /^\s*(INSERT\s+INTO|UPDATE)\s+"?(people|citizens|organisations|machine_clients)"?[\s(]/iu;

/** A row of the register is not as it was written: nobody is let in by it, and nothing is built on it. */
export class RegisterDamaged extends Error {
  override readonly name = 'RegisterDamaged';

  constructor(readonly table: string) {
    super('REGISTER.DAMAGED');
  }
}

/** What of a row its code is over, as PostgreSQL writes it. */
export function standingOf(table: RegisterTableName): string {
  const { key, deciding } = REGISTER_TABLES[table];
  return `jsonb_build_array('${table}', ${[key, ...deciding].join(', ')})::text`;
}

/**
 * A column for statements that read who somebody is: the rows that the answer rests on, with their codes. The data source
 * holds them against each other and takes the column away.
 * @param rows Which rows, for each table, as a condition on its columns.
 */
export function provenBy(rows: Readonly<Partial<Record<RegisterTableName, string>>>): string {
  const parts = Object.entries(rows).map(
    ([table, condition]) =>
      `SELECT jsonb_build_object('standing', ${standingOf(table as RegisterTableName)}, 'code', code) FROM ${table} WHERE ${condition}`,
  );
  return `ARRAY(${parts.join(' UNION ALL ')}) AS "provenBy"`;
}

interface Proof {
  readonly standing: string;
  readonly code: string | null;
}

/** Whether a row is as it was written. */
export function isProven(cipher: FieldCipher, { standing, code }: Proof): boolean {
  return code !== null && cipher.isAuthentic(standing, PURPOSE, code);
}

/** @throws RegisterDamaged if an answer rests on a row that is not as it was written. */
export function checkProven(cipher: FieldCipher, rows: readonly unknown[]): void {
  for (const row of rows) {
    if (typeof row !== 'object' || row === null || !('provenBy' in row)) continue;
    const proofs = row.provenBy as readonly Proof[];
    delete (row as { provenBy?: unknown }).provenBy;
    for (const proof of proofs) {
      if (!isProven(cipher, proof)) throw new RegisterDamaged(tableIn(proof.standing));
    }
  }
}

function tableIn(standing: string): string {
  return /^\["([a-z_]+)"/u.exec(standing)?.[1] ?? 'register';
}

/** Rows of the register that a statement of ours writes; null for any other statement. */
interface Writing {
  readonly table: RegisterTableName;
  readonly isUpdate: boolean;
  /** Every id that the statement was given: those of its rows are among them. */
  readonly ids: readonly string[];
}

/** What a statement writes in the register, if it does. */
export function writingOf(sql: string, parameters: unknown): Writing | null {
  const [, verb, table] = WRITING.exec(sql) ?? [];
  if (verb === undefined || table === undefined) return null;
  const ids = [...new Set(JSON.stringify(parameters ?? []).match(ID) ?? [])].map((id) => id.toLowerCase());
  return { table: table.toLowerCase() as RegisterTableName, isUpdate: /^update/iu.test(verb), ids };
}

/**
 * Before rows are changed they are as they were written: a change must not cover up another one.
 * @throws RegisterDamaged
 */
export async function checkBefore(source: Queryable, cipher: FieldCipher, writing: Writing): Promise<void> {
  if (!writing.isUpdate) return;
  for (const row of await rowsOf(source, writing)) {
    if (!isProven(cipher, row)) throw new RegisterDamaged(writing.table);
  }
}

/** Gives rows that were written their codes; of an insertion those that have none yet. */
export async function authenticateAfter(
  source: Queryable,
  cipher: FieldCipher,
  writing: Writing,
): Promise<void> {
  const rows = (await rowsOf(source, writing)).filter(({ code }) => writing.isUpdate || code === null);
  await keepCodes(source, cipher, writing.table, rows);
}

/** Writes the codes of rows. */
export async function keepCodes(
  source: Queryable,
  cipher: FieldCipher,
  table: RegisterTableName,
  rows: readonly { readonly id: string; readonly standing: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const { key } = REGISTER_TABLES[table];
  const codes = rows.map(({ id, standing }) => ({ id, code: cipher.authenticate(standing, PURPOSE) }));
  // Begins otherwise than what is looked at, and so is not looked at itself.
  await source.query(
    `WITH now AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, code text))
     UPDATE ${table} SET code = now.code FROM now WHERE ${table}.${key} = now.id`,
    [JSON.stringify(codes)],
  );
}

function rowsOf(source: Queryable, { table, ids }: Writing): Promise<(Proof & { readonly id: string })[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const { key } = REGISTER_TABLES[table];
  return source.query(
    `SELECT ${key} AS id, ${standingOf(table)} AS standing, code FROM ${table} WHERE ${key} = ANY ($1)`,
    [ids],
  );
}
