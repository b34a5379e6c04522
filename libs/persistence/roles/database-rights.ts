import { escapeIdentifier } from 'pg';
import type { Queryable } from '../queryable.js';
import { ownerRoleOf, readerRoleOf } from './role-names.js';

interface Places {
  readonly database: string;
  readonly whoever: string;
  readonly ownsDatabase: boolean;
  readonly ownsSchema: boolean;
}

/**
 * Lets our roles into database and schema, and takes from PUBLIC, which every role of the cluster is of, what it has there by
 * default or by mistake: as far as whoever migrates may. What only the database's owner or a superuser can do is for
 * `unfitPlaces` to tell.
 */
export async function openPlaces(source: Queryable, application: string): Promise<void> {
  const [places] = await source.query<Places[]>(
    `SELECT d.datname AS database, current_user AS whoever, pg_has_role(current_user, d.datdba, 'USAGE') AS "ownsDatabase",
       pg_has_role(current_user, (SELECT nspowner FROM pg_namespace WHERE nspname = 'public'), 'USAGE') AS "ownsSchema"
     FROM pg_database d WHERE d.datname = current_database()`,
  );
  const [role, reader, owner] = [application, readerRoleOf(application), ownerRoleOf(application)].map(
    (name) => escapeIdentifier(name),
  );
  if (places?.ownsDatabase === true) {
    const database = escapeIdentifier(places.database);
    await source.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await source.query(
      `GRANT CONNECT ON DATABASE ${database} TO ${role}, ${escapeIdentifier(places.whoever)}`,
    );
  }
  if (places?.ownsSchema === true) {
    await source.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await source.query(`REVOKE ALL ON SCHEMA public FROM ${role}, ${reader}`);
    await source.query(`GRANT USAGE ON SCHEMA public TO ${role}, ${reader}`);
    await source.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${owner}`);
  }
  await source.query(`ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} REVOKE EXECUTE ON ROUTINES FROM PUBLIC`);
  await source.query(`ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} REVOKE USAGE ON TYPES FROM PUBLIC`);
}

/** What stands with database and schema that must not, each with who mends it and how. */
export async function unfitPlaces(source: Queryable, application: string): Promise<string[]> {
  const [role, reader, owner] = [application, readerRoleOf(application), ownerRoleOf(application)];
  const [found] = await source.query<
    {
      database: string;
      ofPublic: string[];
      publicCreates: boolean;
      shutOut: boolean;
      ownerCreates: boolean;
    }[]
  >(
    `SELECT current_database() AS database,
       ARRAY(
         SELECT DISTINCT a.privilege_type FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
         WHERE d.datname = current_database() AND a.grantee = 0 AND a.privilege_type IN ('TEMPORARY', 'CREATE')
       ) AS "ofPublic",
       EXISTS (
         SELECT FROM pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
         WHERE n.nspname = 'public' AND a.grantee = 0 AND a.privilege_type = 'CREATE'
       ) AS "publicCreates",
       NOT (has_schema_privilege($1, 'public', 'USAGE') AND has_schema_privilege($2, 'public', 'USAGE')) AS "shutOut",
       has_schema_privilege($3, 'public', 'USAGE') AND has_schema_privilege($3, 'public', 'CREATE') AS "ownerCreates"`,
    [role, reader, owner],
  );
  if (found === undefined) return [];
  const database = escapeIdentifier(found.database);
  return [
    ...found.ofPublic.map(
      (right) =>
        `Everybody who can connect has the right ${right} on the database: its owner runs REVOKE ${right} ON DATABASE ${database} FROM PUBLIC.`,
    ),
    ...(found.publicCreates
      ? [
          'Everybody who can connect may create things in the schema public: its owner runs REVOKE CREATE ON SCHEMA public FROM PUBLIC.',
        ]
      : []),
    ...(found.shutOut
      ? [
          `${role} and ${reader} may not use the schema public: its owner runs GRANT USAGE ON SCHEMA public TO ${escapeIdentifier(role)}, ${escapeIdentifier(reader)}.`,
        ]
      : []),
    ...(found.ownerCreates
      ? []
      : [
          `${owner} may not create tables in the schema public: its owner runs GRANT USAGE, CREATE ON SCHEMA public TO ${escapeIdentifier(owner)}.`,
        ]),
  ];
}
