import type { EntityManager } from 'typeorm';
import { READ_MODELS } from '../../../libs/record/projections/rebuild.js';
import type { Tampering } from '../audit-tampering.js';

/** Tables of which every row and every column is tampered with. */
const TABLES = [
  ...READ_MODELS,
  'plans',
  'plan_events',
  'audit_entries',
  'audit_heads',
  'audit_listed',
  'audit_seals',
  'audit_sealed_heads',
] as const;

/** Another value of each type of a column. */
const OTHERWISE: Readonly<Record<string, (column: string) => string>> = {
  uuid: () => 'gen_random_uuid()',
  text: (column) => `coalesce(${column} || 'x', 'x')`,
  integer: (column) => `coalesce(${column} + 1, 1)`,
  boolean: (column) => `NOT coalesce(${column}, true)`,
  'timestamp with time zone': (column) => `coalesce(${column} + interval '1 hour', now())`,
  date: (column) => `coalesce(${column} + 1, current_date)`,
  jsonb: (column) => `jsonb_build_object('tampered', ${column})`,
  bytea: (column) => `sha256(coalesce(${column}, ''))`,
  'text[]': (column) => `coalesce(${column}, '{}') || 'x'::text`,
  'uuid[]': (column) => `coalesce(${column}, '{}') || gen_random_uuid()`,
};

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** A tampering with one table. */
export interface NamedTampering {
  readonly name: string;
  readonly tamper: Tampering;
}

/** Every table × column × kind of statement, for tables in which there is anything. */
export async function rowTamperings(manager: EntityManager): Promise<NamedTampering[]> {
  const columns = await manager.query<Column[]>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relname = ANY ($1) AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY 1, 2`,
    [TABLES],
  );
  const filled = new Set<string>();
  for (const table of TABLES) {
    const rows = await manager.query<unknown[]>(`SELECT 1 FROM ${table} LIMIT 1`);
    if (rows.length > 0) filled.add(table);
  }
  const changes = columns
    .filter(({ table }) => filled.has(table))
    .map(({ table, name, type }) => ({
      name: `${table}: ${name} is changed`,
      tamper: onRow(
        table,
        (row) => `UPDATE ${table} SET ${name} = ${otherwise(type, name)} WHERE ctid = ${row}`,
      ),
    }));
  const removals = [...filled].map((table) => ({
    name: `${table}: a row is removed`,
    tamper: onRow(table, (row) => `DELETE FROM ${table} WHERE ctid = ${row}`),
  }));
  const removedAll = [...filled].map((table) => ({
    name: `${table}: every row is removed`,
    tamper: (async (at) => {
      await at.query(`DELETE FROM ${table}`);
    }) satisfies Tampering,
  }));
  return [...changes, ...removals, ...removedAll];
}

function otherwise(type: string, column: string): string {
  const change = OTHERWISE[type];
  if (change === undefined)
    throw new Error(`Nobody has said how a column of the type ${type} is tampered with.`);
  return change(column);
}

function onRow(table: string, statement: (row: string) => string): Tampering {
  return async (manager, pick) => {
    const rows = await manager.query<{ row: string }[]>(
      `SELECT ctid::text AS row FROM ${table} ORDER BY ctid`,
    );
    await manager.query(statement(`'${rows[pick(rows.length)]?.row ?? ''}'::tid`));
  };
}
