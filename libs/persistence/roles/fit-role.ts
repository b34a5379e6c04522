import type { Queryable } from '../queryable.js';
import { unlessFit } from './database-unfit.js';
import { requireServerVersion } from './server-version.js';

interface RoleFound {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly owns: boolean;
  readonly creates: boolean;
  readonly temporary: boolean;
}

const HOW =
  'give the processes the application’s role, or run the migration (docs/operations.md#database-roles)';

/**
 * A process works in a role that may what it needs and no more; asked once, at its start.
 * @throws DatabaseUnfit for a server that is too old, and for the role of an owner or a superuser.
 */
export async function requireFitRole(source: Queryable): Promise<void> {
  await requireServerVersion(source);
  const [found] = await source.query<RoleFound[]>(
    `SELECT rolname AS name, array_remove(ARRAY[
         CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
         CASE WHEN rolcreatedb THEN 'CREATEDB' END, CASE WHEN rolreplication THEN 'REPLICATION' END,
         CASE WHEN rolbypassrls THEN 'BYPASSRLS' END
       ], NULL) AS attributes,
       EXISTS (
         SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_has_role(r.oid, relowner, 'MEMBER')
       ) AS owns,
       has_schema_privilege(r.oid, 'public', 'CREATE') OR has_database_privilege(r.oid, current_database(), 'CREATE') AS creates,
       has_database_privilege(r.oid, current_database(), 'TEMPORARY') AS temporary
     FROM pg_roles r WHERE rolname = session_user`,
  );
  unlessFit(found === undefined ? [] : beyondNeed(found));
}

function beyondNeed({ name, attributes, owns, creates, temporary }: RoleFound): string[] {
  if (attributes.includes('SUPERUSER'))
    return [`DATABASE_URL signs in as ${name}, a superuser, before whom no wall stands: ${HOW}.`];
  return [
    ...(attributes.length === 0
      ? []
      : [`DATABASE_URL signs in as ${name}, which has ${attributes.join(', ')}: ${HOW}.`]),
    ...(owns
      ? [`DATABASE_URL signs in as ${name}, which owns tables or can become their owner: ${HOW}.`]
      : []),
    ...(creates
      ? [`DATABASE_URL signs in as ${name}, which may create things in the database: ${HOW}.`]
      : []),
    ...(temporary ? [`DATABASE_URL signs in as ${name}, which may create temporary tables: ${HOW}.`] : []),
  ];
}
