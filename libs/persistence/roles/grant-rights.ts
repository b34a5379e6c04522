import { escapeIdentifier } from 'pg';
import type { Queryable } from '../queryable.js';
import { FIXED_COLUMNS, rightsOf } from './rights.js';

/**
 * Gives the application's role what it needs with every table, and takes what it had besides, so that a right that is no longer
 * meant to be there goes. In the transaction of whoever migrates.
 */
export async function grantRights(source: Queryable, application: string): Promise<void> {
  const role = escapeIdentifier(application);
  await source.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`);
  await source.query(`REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM ${role}`);
  await source.query(`REVOKE ALL ON ALL ROUTINES IN SCHEMA public FROM ${role}`);
  for (const { table, changeable } of await tables(source)) await grantTable(source, role, table, changeable);
  // Destroyed keys are to lie nowhere any more, so that table is written anew.
  await source.query(`GRANT MAINTAIN ON erasure_keys TO ${role}`);
  for (const sequence of await ownSequences(source))
    await source.query(`GRANT USAGE ON SEQUENCE ${escapeIdentifier(sequence)} TO ${role}`);
  await source.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${role}`);
}

interface Table {
  readonly table: string;
  /** Columns beyond the primary key. */
  readonly changeable: readonly string[];
}

function tables(source: Queryable): Promise<Table[]> {
  return source.query<Table[]>(
    `SELECT c.relname AS table, ARRAY(
       SELECT a.attname::text FROM pg_attribute a
       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND NOT EXISTS (
         SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)
       ) ORDER BY a.attnum
     ) AS changeable
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
}

/** Sequences that belong to no column: the application takes numbers from them. An identity's own it needs no right for. */
async function ownSequences(source: Queryable): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i'))`,
  );
  return rows.map(({ name }) => name);
}

async function grantTable(
  source: Queryable,
  role: string,
  table: string,
  changeable: readonly string[],
): Promise<void> {
  const may = rightsOf(table);
  const fixed = FIXED_COLUMNS[table] ?? [];
  const columns = changeable.filter((column) => !fixed.includes(column)).map(escapeIdentifier);
  const rights = [
    ...(may.includes('read') ? ['SELECT'] : []),
    ...(may.includes('add') ? ['INSERT'] : []),
    ...(may.includes('change') && columns.length > 0 ? [`UPDATE (${columns.join(', ')})`] : []),
    ...(may.includes('remove') ? ['DELETE'] : []),
  ];
  await source.query(`GRANT ${rights.join(', ')} ON ${escapeIdentifier(table)} TO ${role}`);
}

/** What is in the schema belongs to the owner's role by then, so all of it can be taken from PUBLIC. */
export async function revokeContentFromPublic(source: Queryable): Promise<void> {
  for (const kind of ['TABLES', 'SEQUENCES', 'ROUTINES'])
    await source.query(`REVOKE ALL ON ALL ${kind} IN SCHEMA public FROM PUBLIC`);
}
