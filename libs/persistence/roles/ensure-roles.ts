import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Queryable } from '../queryable.js';
import { unlessFit } from './database-unfit.js';
import { ownerRoleOf, readerRoleOf } from './role-names.js';

/** The role under which api and worker work, as opposed to the one that owns the tables. */
export interface ApplicationRole {
  readonly name: string;
  /** Used only if the role does not exist yet. */
  readonly password: string;
}

/** What a role may that is of the cluster and of no table. */
const ATTRIBUTES = ['SUPERUSER', 'CREATEROLE', 'CREATEDB', 'REPLICATION', 'BYPASSRLS'] as const;

/**
 * Sees to it that there are the application's role, the one that everything is read in and the one that owns everything,
 * and that each is what it is for and no more. For whoever migrates: in their transaction.
 * @throws DatabaseUnfit if a role is missing that this one may not make, or one may more than it is for.
 */
export async function ensureRoles(source: Queryable, application: ApplicationRole): Promise<void> {
  const { name, password } = application;
  const [reader, owner] = [readerRoleOf(name), ownerRoleOf(name)];
  const login = `LOGIN PASSWORD ${escapeLiteral(password)}`;
  await ensureRole(source, name, login, 'LOGIN PASSWORD …');
  await ensureRole(source, reader, 'NOLOGIN');
  await ensureRole(source, owner, 'NOLOGIN');
  await ensureMember(source, { of: reader, is: name, options: 'INHERIT FALSE, SET TRUE' });
  const [whoever] = await source.query<{ name: string }[]>('SELECT current_user AS name');
  await ensureMember(source, { of: owner, is: whoever?.name ?? '', options: 'INHERIT TRUE, SET TRUE' });
  unlessFit([
    ...(await beyond(source, name, [reader])),
    ...(await beyond(source, reader, [])),
    ...(await beyond(source, owner, [])),
    ...(await signsIn(source, [reader, owner])),
  ]);
}

async function ensureRole(source: Queryable, name: string, made: string, said = made): Promise<void> {
  const found = await source.query<unknown[]>('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  if (found.length > 0) return;
  const [may] = await source.query<{ may: boolean }[]>(
    'SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user',
  );
  const role = escapeIdentifier(name);
  if (may?.may !== true)
    unlessFit([
      `The role ${name} is missing and this one may not make it: a superuser runs CREATE ROLE ${role} ${said}, or prepares the database (docs/operations.md#database-roles).`,
    ]);
  await source.query(`CREATE ROLE ${role} ${made}`);
}

async function ensureMember(
  source: Queryable,
  { of, is, options }: { readonly of: string; readonly is: string; readonly options: string },
): Promise<void> {
  const [row] = await source.query<{ stands: boolean; may: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles i ON i.oid = m.member
       WHERE r.rolname = $1 AND i.rolname = $2 AND m.set_option AND m.inherit_option = $3
     ) OR (SELECT rolsuper FROM pg_roles WHERE rolname = $2) AS stands,
     pg_has_role(current_user, $1::name, 'USAGE WITH ADMIN OPTION') AS may`,
    [of, is, options.startsWith('INHERIT TRUE')],
  );
  if (row?.stands === true) return;
  const statement = `GRANT ${escapeIdentifier(of)} TO ${escapeIdentifier(is)} WITH ${options}`;
  if (row?.may !== true)
    unlessFit([
      `${is} is no member of ${of} and this role may not make it one: a superuser runs ${statement}, or prepares the database (docs/operations.md#database-roles).`,
    ]);
  await source.query(statement);
}

/** What a role may beyond what it is for. */
async function beyond(source: Queryable, name: string, meant: readonly string[]): Promise<string[]> {
  const [row] = await source.query<{ attributes: string[]; roles: string[] }[]>(
    `SELECT array_remove(ARRAY[
         CASE WHEN r.rolsuper THEN 'SUPERUSER' END, CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END,
         CASE WHEN r.rolcreatedb THEN 'CREATEDB' END, CASE WHEN r.rolreplication THEN 'REPLICATION' END,
         CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END
       ], NULL) AS attributes,
       ARRAY(
         SELECT m.rolname::text FROM pg_roles m
         WHERE NOT r.rolsuper AND m.oid <> r.oid AND pg_has_role(r.oid, m.oid, 'MEMBER') AND m.rolname <> ALL ($2)
       ) AS roles
     FROM pg_roles r WHERE r.rolname = $1`,
    [name, meant],
  );
  const role = escapeIdentifier(name);
  const attributes = (row?.attributes ?? []).filter((one) => ATTRIBUTES.some((known) => known === one));
  return [
    ...(attributes.length === 0
      ? []
      : [
          `${name} has ${attributes.join(', ')}, which it is not for: a superuser runs ALTER ROLE ${role} ${attributes.map((one) => `NO${one}`).join(' ')}.`,
        ]),
    ...(row?.roles ?? []).map(
      (one) =>
        `${name} is a member of ${one}, which it is not for: give the processes a role of their own, or a superuser runs REVOKE ${escapeIdentifier(one)} FROM ${role}.`,
    ),
  ];
}

async function signsIn(source: Queryable, names: readonly string[]): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(
    'SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1) AND rolcanlogin',
    [names],
  );
  return rows.map(
    ({ name }) =>
      `One can sign in as ${name}, which nobody is to do: a superuser runs ALTER ROLE ${escapeIdentifier(name)} NOLOGIN.`,
  );
}
