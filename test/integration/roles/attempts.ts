import type { Client } from 'pg';

/** Something that a role may try: a kind of statement, what it is about, and the statement. */
export interface Attempt {
  readonly kind: string;
  /** A table, a column, a function, a role, or `-` for what is about nothing that stands in the catalogue. */
  readonly on: string;
  readonly sql: string;
  /** PostgreSQL refuses it within a transaction, whoever asks. */
  readonly alone?: true;
}

interface Catalogue {
  readonly tables: readonly string[];
  readonly columns: readonly { readonly table: string; readonly column: string }[];
  readonly sequences: readonly string[];
  readonly functions: readonly { readonly name: string; readonly call: string }[];
  readonly policies: readonly { readonly table: string; readonly name: string }[];
  readonly triggers: readonly { readonly table: string; readonly name: string }[];
  readonly roles: readonly string[];
  readonly extensions: readonly string[];
  readonly database: string;
}

/** What the catalogue has, as the superuser sees it. */
export async function catalogueOf(superuser: Client): Promise<Catalogue> {
  const list = async <T>(sql: string): Promise<T[]> => (await superuser.query(sql)).rows as T[];
  const names = async (sql: string): Promise<string[]> =>
    (await list<{ name: string }>(sql)).map(({ name }) => name);
  const inPublic = "relnamespace = 'public'::regnamespace";
  return {
    tables: await names(
      `SELECT relname AS name FROM pg_class WHERE ${inPublic} AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1`,
    ),
    columns: await list(
      `SELECT relname AS table, attname AS column FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
       WHERE ${inPublic} AND relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped ORDER BY 1, attnum`,
    ),
    sequences: await names(
      `SELECT relname AS name FROM pg_class WHERE ${inPublic} AND relkind = 'S' ORDER BY 1`,
    ),
    functions: await list(
      `SELECT oid::regprocedure::text AS name, format('SELECT public.%I(%s)', proname,
         (SELECT string_agg('NULL::' || format_type(t, NULL), ', ' ORDER BY n) FROM unnest(proargtypes) WITH ORDINALITY AS a (t, n))) AS call
       FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1`,
    ),
    policies: await list(
      `SELECT tablename AS table, policyname AS name FROM pg_policies WHERE schemaname = 'public'`,
    ),
    triggers: await list(
      `SELECT relname AS table, tgname AS name FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid WHERE ${inPublic} AND NOT tgisinternal`,
    ),
    roles: await names('SELECT rolname AS name FROM pg_roles ORDER BY 1'),
    extensions: await names(
      'SELECT name FROM pg_available_extensions WHERE installed_version IS NULL ORDER BY 1',
    ),
    database: (await names('SELECT current_database() AS name'))[0] ?? '',
  };
}

const TABLE_KINDS: Readonly<Record<string, (table: string) => string>> = {
  select: (table) => `SELECT count(*) FROM ${table}`,
  insert: (table) => `INSERT INTO ${table} DEFAULT VALUES`,
  delete: (table) => `DELETE FROM ${table}`,
  truncate: (table) => `TRUNCATE ${table} CASCADE`,
  'lock, waiting for nobody': (table) => `LOCK TABLE ${table} IN ACCESS SHARE MODE`,
  'lock against writing': (table) => `LOCK TABLE ${table} IN SHARE MODE`,
  'lock against everybody': (table) => `LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`,
  'copy out': (table) => `COPY ${table} TO STDOUT`,
  'copy out to a file': (table) => `COPY ${table} TO '/tmp/kiplan-attempt'`,
  'copy out to a program': (table) => `COPY ${table} TO PROGRAM 'cat'`,
  'copy in from a file': (table) => `COPY ${table} FROM '/etc/hostname'`,
  'copy in from a program': (table) => `COPY ${table} FROM PROGRAM 'true'`,
  analyze: (table) => `ANALYZE ${table}`,
  reindex: (table) => `REINDEX TABLE ${table}`,
  'add a column': (table) => `ALTER TABLE ${table} ADD COLUMN attempt text`,
  'rename a table': (table) => `ALTER TABLE ${table} RENAME TO attempt`,
  'own a table': (table) => `ALTER TABLE ${table} OWNER TO CURRENT_USER`,
  'move to another schema': (table) => `ALTER TABLE ${table} SET SCHEMA pg_catalog`,
  'take the walls down': (table) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
  'put up a wall': (table) => `CREATE POLICY attempt ON ${table} USING (true)`,
  'switch triggers off': (table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`,
  'inherit from': (table) => `ALTER TABLE ${table} NO INHERIT ${table}`,
  'create a trigger': (table) =>
    `CREATE TRIGGER attempt BEFORE INSERT ON ${table} EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
  'create a rule': (table) => `CREATE RULE attempt AS ON INSERT TO ${table} DO ALSO NOTHING`,
  'create an index': (table) => `CREATE INDEX ON ${table} ((1))`,
  'create statistics': (table) => `CREATE STATISTICS ON (1), (2) FROM ${table}`,
  comment: (table) => `COMMENT ON TABLE ${table} IS 'attempt'`,
  'grant what one has': (table) => `GRANT SELECT ON ${table} TO PUBLIC`,
  'grant everything to oneself': (table) => `GRANT ALL ON ${table} TO CURRENT_USER`,
  'drop a table': (table) => `DROP TABLE ${table} CASCADE`,
};

const FUNCTION_KINDS: Readonly<Record<string, (name: string) => string>> = {
  'own a function': (name) => `ALTER ROUTINE ${name} OWNER TO CURRENT_USER`,
  'turn a function': (name) => `ALTER ROUTINE ${name} SET search_path = pg_temp`,
  'drop a function': (name) => `DROP ROUTINE ${name} CASCADE`,
  'grant a function': (name) => `GRANT EXECUTE ON ROUTINE ${name} TO PUBLIC`,
};

const SEQUENCE_KINDS: Readonly<Record<string, (name: string) => string>> = {
  'next number': (name) => `SELECT nextval('${name}')`,
  'set a number': (name) => `SELECT setval('${name}', 1)`,
  'read a sequence': (name) => `SELECT last_value FROM ${name}`,
  'restart a sequence': (name) => `ALTER SEQUENCE ${name} RESTART`,
  'drop a sequence': (name) => `DROP SEQUENCE ${name} CASCADE`,
};

const ROLE_KINDS: Readonly<Record<string, (name: string) => string>> = {
  'become a role': (name) => `SET ROLE ${name}`,
  'sign in anew as': (name) => `SET SESSION AUTHORIZATION ${name}`,
  'give a role a password': (name) => `ALTER ROLE ${name} PASSWORD 'attempt'`,
  'make a role a superuser': (name) => `ALTER ROLE ${name} SUPERUSER`,
  'let a role sign in': (name) => `ALTER ROLE ${name} LOGIN CREATEROLE`,
  'set something for a role': (name) => `ALTER ROLE ${name} SET work_mem = '4MB'`,
  'rename a role': (name) => `ALTER ROLE ${name} RENAME TO attempt`,
  'join a role': (name) => `GRANT ${name} TO CURRENT_USER`,
  'give a role away': (name) => `GRANT ${name} TO kiplan_stranger`,
  'hand over everything': (name) => `REASSIGN OWNED BY ${name} TO CURRENT_USER`,
  'drop what is owned': (name) => `DROP OWNED BY ${name}`,
  'give rights in advance': (name) =>
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${name} GRANT ALL ON TABLES TO PUBLIC`,
  'drop a role': (name) => `DROP ROLE ${name}`,
};

/** What is about nothing that stands in the catalogue. */
const OTHERS: Readonly<Record<string, string>> = {
  'create a table': 'CREATE TABLE public.attempt (a int)',
  'create a temporary table': 'CREATE TEMPORARY TABLE attempt (a int)',
  'create a table in the temporary schema': 'CREATE TABLE pg_temp.attempt (a int)',
  'create a temporary table from a query': 'SELECT 1 AS a INTO TEMPORARY attempt',
  'create a temporary view': 'CREATE TEMPORARY VIEW attempt AS SELECT 1',
  'create a temporary sequence': 'CREATE TEMPORARY SEQUENCE attempt',
  'create a temporary function': "CREATE FUNCTION pg_temp.attempt() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  'create a temporary type': 'CREATE TYPE pg_temp.attempt AS (a int)',
  'create a temporary operator':
    'CREATE OPERATOR pg_temp.+ (FUNCTION = int4pl, LEFTARG = int4, RIGHTARG = int4)',
  'create a view': 'CREATE VIEW public.attempt AS SELECT 1',
  'create a function': "CREATE FUNCTION public.attempt() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  'create a procedure': "CREATE PROCEDURE public.attempt() LANGUAGE sql AS 'SELECT 1'",
  'create a function in C': "CREATE FUNCTION public.attempt() RETURNS int LANGUAGE c AS 'attempt'",
  'create an aggregate': 'CREATE AGGREGATE public.attempt (int4) (SFUNC = int4pl, STYPE = int4)',
  'create an operator': 'CREATE OPERATOR public.+ (FUNCTION = int4pl, LEFTARG = int4, RIGHTARG = int4)',
  'create an operator class':
    'CREATE OPERATOR CLASS public.attempt FOR TYPE int4 USING btree AS OPERATOR 1 <',
  'create a cast': 'CREATE CAST (text AS uuid) WITH INOUT AS IMPLICIT',
  'create a type': 'CREATE TYPE public.attempt AS (a int)',
  'create a domain': 'CREATE DOMAIN public.attempt AS int',
  'create a collation': 'CREATE COLLATION public.attempt FROM "C"',
  'create a conversion': "CREATE CONVERSION public.attempt FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1",
  'create a text search configuration': 'CREATE TEXT SEARCH CONFIGURATION public.attempt (COPY = simple)',
  'create a sequence': 'CREATE SEQUENCE public.attempt',
  'create a schema': 'CREATE SCHEMA attempt',
  'create a language': 'CREATE TRUSTED LANGUAGE attempt HANDLER plpgsql_call_handler',
  'create an event trigger':
    'CREATE EVENT TRIGGER attempt ON ddl_command_start EXECUTE FUNCTION suppress_redundant_updates_trigger()',
  'create a foreign data wrapper': 'CREATE FOREIGN DATA WRAPPER attempt',
  'create a publication': 'CREATE PUBLICATION attempt FOR ALL TABLES',
  'create an access method': 'CREATE ACCESS METHOD attempt TYPE INDEX HANDLER bthandler',
  'create a transform': 'CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION int4recv(internal))',
  'create a role': 'CREATE ROLE attempt',
  'create a superuser': 'CREATE ROLE attempt SUPERUSER LOGIN',
  'comment on the database': 'COMMENT ON SCHEMA public IS NULL',
  'drop the schema': 'DROP SCHEMA public CASCADE',
  'own the schema': 'ALTER SCHEMA public OWNER TO CURRENT_USER',
  'grant the schema': 'GRANT ALL ON SCHEMA public TO PUBLIC',
  'perform a block of code': 'DO $$ BEGIN PERFORM 1; END $$',
  'perform a block of SQL': "DO LANGUAGE sql 'SELECT 1'",
  'switch replication triggers off': 'SET session_replication_role = replica',
  'load a library': "LOAD 'auto_explain'",
  'set a library': "SET session_preload_libraries = 'auto_explain'",
  'read password hashes': 'SELECT rolpassword FROM pg_authid',
  'read password hashes by another view': 'SELECT passwd FROM pg_shadow',
  'read statistics of columns': 'SELECT * FROM pg_statistic',
  'read statistics of expressions': 'SELECT * FROM pg_statistic_ext_data',
  'read connection strings': 'SELECT subconninfo FROM pg_subscription',
  'read user mappings': 'SELECT umoptions FROM pg_user_mapping',
  'read large objects': 'SELECT * FROM pg_largeobject',
  'read who signs in how': 'SELECT * FROM pg_hba_file_rules',
  'read the settings file': 'SELECT * FROM pg_file_settings',
  'read a file': "SELECT pg_read_file('/etc/hostname')",
  'read a folder': "SELECT pg_ls_dir('.')",
  'read the log': 'SELECT pg_current_logfile()',
  'write a file': "SELECT pg_file_write('attempt', 'a', false)",
  'write the catalogue': "UPDATE pg_class SET relowner = 10 WHERE relname = 'plans'",
  'create a large object': 'SELECT lo_create(0)',
  'create a large object in the old way': 'SELECT lo_creat(-1)',
  'write a large object': "SELECT lo_from_bytea(0, 'a')",
  'import a large object': "SELECT lo_import('/etc/hostname')",
  'lock for the session': 'SELECT pg_advisory_lock(7281991)',
  'try to lock for the session': 'SELECT pg_try_advisory_lock(7281991)',
  'lock for the transaction': 'SELECT pg_advisory_xact_lock(7281992)',
  'try to lock for the transaction': 'SELECT pg_try_advisory_xact_lock(7281992)',
  listen: 'LISTEN attempt',
  notify: 'NOTIFY attempt',
  'notify by a function': "SELECT pg_notify('attempt', 'a')",
  'write into the log of changes': "SELECT pg_logical_emit_message(false, 'a', 'a')",
  'read the log of changes': "SELECT pg_logical_slot_get_changes('attempt', NULL, NULL)",
  'keep the log of changes': "SELECT pg_create_logical_replication_slot('attempt', 'pgoutput')",
  'keep the log of changes for a copy': "SELECT pg_create_physical_replication_slot('attempt')",
  'switch the log': 'SELECT pg_switch_wal()',
  'mark the log': "SELECT pg_create_restore_point('attempt')",
  'back up': "SELECT pg_backup_start('attempt')",
  'reload the settings': 'SELECT pg_reload_conf()',
  'forget statistics': 'SELECT pg_stat_reset()',
  'write what is in memory': 'CHECKPOINT',
  'end a session of another role':
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
  'cancel a statement of another role':
    "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
  'read a query given as text': "SELECT query_to_xml('SELECT 1', false, false, '')",
  'read every table given as text': "SELECT database_to_xml(false, false, '')",
  'set who one is for a reader': "SELECT set_config('kiplan.auditor', 'true', true)",
};

const ALONE: Readonly<Record<string, (catalogue: Catalogue) => string>> = {
  'set something for the cluster': () => "ALTER SYSTEM SET work_mem = '4MB'",
  'create a database': () => 'CREATE DATABASE attempt',
  'drop a database': () => 'DROP DATABASE postgres',
  'create a tablespace': () => "CREATE TABLESPACE attempt LOCATION '/tmp'",
  'create a subscription': () =>
    "CREATE SUBSCRIPTION attempt CONNECTION 'host=127.0.0.1' PUBLICATION attempt WITH (connect = false)",
  'own the database': ({ database }) => `ALTER DATABASE ${database} OWNER TO CURRENT_USER`,
  'set something for the database': ({ database }) => `ALTER DATABASE ${database} SET work_mem = '4MB'`,
  'rename the database': ({ database }) => `ALTER DATABASE ${database} RENAME TO attempt`,
  'grant the database': ({ database }) => `GRANT ALL ON DATABASE ${database} TO PUBLIC`,
};

/** Everything that is to be tried. */
export function attemptsOn(catalogue: Catalogue): Attempt[] {
  const each = (
    names: readonly string[],
    kinds: Readonly<Record<string, (name: string) => string>>,
  ): Attempt[] =>
    names.flatMap((on) => Object.entries(kinds).map(([kind, sql]) => ({ kind, on, sql: sql(on) })));
  const inPublic = (
    names: readonly string[],
    kinds: Readonly<Record<string, (name: string) => string>>,
  ): Attempt[] =>
    names.flatMap((on) =>
      Object.entries(kinds).map(([kind, sql]) => ({ kind, on, sql: sql(`public.${on}`) })),
    );
  return [
    ...inPublic(catalogue.tables, TABLE_KINDS),
    ...catalogue.columns.flatMap(({ table, column }) => [
      {
        kind: 'change a column',
        on: `${table}.${column}`,
        sql: `UPDATE public.${table} SET "${column}" = NULL WHERE false`,
      },
      {
        kind: 'grant a column',
        on: `${table}.${column}`,
        sql: `GRANT UPDATE ("${column}") ON public.${table} TO CURRENT_USER`,
      },
      {
        kind: 'drop a column',
        on: `${table}.${column}`,
        sql: `ALTER TABLE public.${table} DROP COLUMN "${column}" CASCADE`,
      },
    ]),
    ...catalogue.tables.map((on) => ({
      kind: 'vacuum',
      on,
      sql: `VACUUM public.${on}`,
      alone: true as const,
    })),
    ...catalogue.policies.map(({ table, name }) => ({
      kind: 'drop a wall',
      on: `${table}.${name}`,
      sql: `DROP POLICY ${name} ON public.${table}`,
    })),
    ...catalogue.triggers.map(({ table, name }) => ({
      kind: 'drop a trigger',
      on: `${table}.${name}`,
      sql: `DROP TRIGGER "${name}" ON public.${table}`,
    })),
    ...catalogue.functions.map(({ name, call }) => ({ kind: 'call a function', on: name, sql: call })),
    ...each(
      catalogue.functions.map(({ name }) => name),
      FUNCTION_KINDS,
    ),
    ...inPublic(catalogue.sequences, SEQUENCE_KINDS),
    ...each(catalogue.roles, ROLE_KINDS),
    ...catalogue.extensions.map((on) => ({
      kind: 'create an extension',
      on,
      sql: `CREATE EXTENSION "${on}" SCHEMA public CASCADE`,
    })),
    ...Object.entries(OTHERS).map(([kind, sql]) => ({ kind, on: '-', sql })),
    ...Object.entries(ALONE).map(([kind, sql]) => ({
      kind,
      on: '-',
      sql: sql(catalogue),
      alone: true as const,
    })),
  ];
}

/**
 * PostgreSQL, appendix A: insufficient_privilege, a name that is PostgreSQL's own, and warnings that nothing was given or taken,
 * or that somebody else's table is skipped.
 */
const REFUSED = ['42501', '42939', '01007', '01006', '01000'];
/** What is not there cannot be done by anybody: undefined function, undefined object, undefined file. */
const NOT_THERE = ['42883', '42704', '58P01', '0A000'];

/**
 * Tries them one after the other on a connection, and takes each back.
 * @returns Those that were not refused.
 */
export async function allowedOf(client: Client, attempts: readonly Attempt[]): Promise<Attempt[]> {
  const allowed: Attempt[] = [];
  const warnings: string[] = [];
  client.on('notice', ({ code }) => warnings.push(code ?? ''));
  for (const attempt of attempts) {
    warnings.length = 0;
    if (attempt.alone !== true) await client.query('BEGIN');
    const code = await codeOf(client, attempt.sql);
    if (attempt.alone !== true) await client.query('ROLLBACK');
    const codes = code === null ? warnings : [code];
    if (!codes.some((one) => REFUSED.includes(one) || NOT_THERE.includes(one))) allowed.push(attempt);
  }
  return allowed;
}

async function codeOf(client: Client, sql: string): Promise<string | null> {
  try {
    await client.query(sql);
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown';
  }
}
