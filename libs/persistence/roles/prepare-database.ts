import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Queryable } from '../queryable.js';
import { ownerRoleOf, readerRoleOf } from './role-names.js';

/** Roles that one signs in as; the passwords are set anew each time, null for one that is to stay as it is. */
export interface LoginRoles {
  readonly migrating: { readonly name: string; readonly password: string | null };
  readonly application: { readonly name: string; readonly password: string | null };
}

/** Functions of PostgreSQL that everybody may call by default and that nobody here needs, by the beginning of their names. */
const NOT_NEEDED = [
  // Whoever holds a lock of the session's for ever holds up who waits for it.
  'pg_advisory_lock',
  'pg_try_advisory_lock',
  // Large objects are kept beside all tables, walls and keys.
  'lo_',
  'lowrite',
  'loread',
  // Messages into the log of changes.
  'pg_logical_emit_message',
  // Statements that are given as texts.
  'query_to_xml',
  'cursor_to_xml',
  'table_to_xml',
  'schema_to_xml',
  'database_to_xml',
] as const;

/** Functions that only our processes need: who else connects can hold up nobody, and wake no dispatcher. */
const OURS = ['pg_advisory_xact_lock', 'pg_try_advisory_xact_lock', 'pg_notify'] as const;

/**
 * What only a superuser can do, once, before the first migration: the roles, what belongs to whom, and what PostgreSQL gives to
 * everybody by default. Doing it again changes nothing but passwords.
 * @param source Of a superuser, connected to the database that it is about.
 */
export async function prepareDatabase(
  source: Queryable,
  { migrating, application }: LoginRoles,
): Promise<void> {
  const [owner, reader] = [ownerRoleOf(application.name), readerRoleOf(application.name)];
  for (const role of [migrating, application]) await login(source, role);
  for (const role of [owner, reader]) await standing(source, role, 'NOLOGIN');
  const quoted = { owner: escapeIdentifier(owner), migrating: escapeIdentifier(migrating.name) };
  await source.query(`GRANT ${quoted.owner} TO ${quoted.migrating} WITH INHERIT TRUE, SET TRUE`);
  await source.query(
    `GRANT ${escapeIdentifier(reader)} TO ${escapeIdentifier(application.name)} WITH INHERIT FALSE, SET TRUE`,
  );
  const [place] = await source.query<{ database: string }[]>('SELECT current_database() AS database');
  await source.query(
    `ALTER DATABASE ${escapeIdentifier(place?.database ?? '')} OWNER TO ${quoted.migrating}`,
  );
  await source.query(`ALTER SCHEMA public OWNER TO ${quoted.migrating}`);
  for (const language of ['plpgsql', 'sql']) {
    await source.query(`REVOKE ALL ON LANGUAGE ${language} FROM PUBLIC`);
    await source.query(`GRANT USAGE ON LANGUAGE ${language} TO ${quoted.owner}, ${quoted.migrating}`);
  }
  for (const name of await functionsOf(source, [...NOT_NEEDED, ...OURS]))
    await source.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
  for (const name of await functionsOf(source, OURS))
    await source.query(
      `GRANT EXECUTE ON FUNCTION ${name} TO ${quoted.owner}, ${quoted.migrating}, ${escapeIdentifier(application.name)}`,
    );
}

async function login(
  source: Queryable,
  { name, password }: { readonly name: string; readonly password: string | null },
): Promise<void> {
  const secret = password === null ? '' : ` PASSWORD ${escapeLiteral(password)}`;
  await standing(source, name, `LOGIN${secret}`);
}

/** The role with these and no other attributes; a superuser stays one, since it may be the one who prepares. */
async function standing(source: Queryable, name: string, attributes: string): Promise<void> {
  const [found] = await source.query<{ superuser: boolean }[]>(
    'SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = $1',
    [name],
  );
  const role = escapeIdentifier(name);
  if (found === undefined) await source.query(`CREATE ROLE ${role} ${attributes}`);
  else if (found.superuser) return;
  else
    await source.query(`ALTER ROLE ${role} ${attributes} NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS`);
}

async function functionsOf(source: Queryable, beginnings: readonly string[]): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p
     WHERE p.pronamespace = 'pg_catalog'::regnamespace AND EXISTS (
       SELECT FROM unnest($1::text[]) AS beginning WHERE starts_with(p.proname, beginning)
     )`,
    [beginnings],
  );
  return rows.map(({ name }) => name);
}
