import { escapeIdentifier } from 'pg';
import type { Queryable } from '../queryable.js';
import { FIXED_COLUMNS, rightsOf } from './rights.js';

/**
 * Gives the application's role what it needs with every table, and takes what it had besides, so that a right that is no longer
 * meant to be there goes. In the transaction of whoever migrates.
 */
export async function grantRights(source: Queryable, application: string): Promise<void> {
  const role = escapeIdentifier(application);
  await revokeEverything(source, role);
  for (const { table, changeable } of await tables(source)) await grantTable(source, role, table, changeable);
  // Destroyed keys are to lie nowhere any more, so that table is written anew.
  await source.query(`GRANT MAINTAIN ON erasure_keys TO ${role}`);
  for (const sequence of await ownSequences(source))
    await source.query(`GRANT USAGE ON SEQUENCE ${escapeIdentifier(sequence)} TO ${role}`);
  for (const routine of (await ownContent(source)).ROUTINE)
    await source.query(`GRANT EXECUTE ON ROUTINE ${routine} TO ${role}`);
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
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND c.relowner = quote_ident(current_user)::regrole ORDER BY 1`,
  );
}

/** Sequences that belong to no column: the application takes numbers from them. An identity's own it needs no right for. */
async function ownSequences(source: Queryable): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' AND c.relowner = quote_ident(current_user)::regrole
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

/** Takes from PUBLIC what is ours in the schema. */
export function revokeContentFromPublic(source: Queryable): Promise<void> {
  return revokeEverything(source, 'PUBLIC');
}

interface Content {
  readonly TABLE: readonly string[];
  readonly SEQUENCE: readonly string[];
  readonly ROUTINE: readonly string[];
}

/** What the owner's role, as which this is asked, owns in the schema, as it is named in statements. */
async function ownContent(source: Queryable): Promise<Content> {
  const [content] = await source.query<Content[]>(
    `SELECT
       ARRAY(SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND relkind IN ('r', 'p', 'v', 'm') AND relowner = quote_ident(current_user)::regrole) AS "TABLE",
       ARRAY(SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND relkind = 'S' AND relowner = quote_ident(current_user)::regrole) AS "SEQUENCE",
       ARRAY(SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
         AND proowner = quote_ident(current_user)::regrole) AS "ROUTINE"`,
  );
  return content ?? { TABLE: [], SEQUENCE: [], ROUTINE: [] };
}

/**
 * Takes from a role everything that is ours in the schema.
 * @param whom The role as it is named in a statement.
 */
export async function revokeEverything(source: Queryable, whom: string): Promise<void> {
  for (const [kind, names] of Object.entries(await ownContent(source)) as [string, readonly string[]][])
    if (names.length > 0) await source.query(`REVOKE ALL ON ${kind} ${names.join(', ')} FROM ${whom}`);
}
