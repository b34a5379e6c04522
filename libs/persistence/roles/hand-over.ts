import { escapeIdentifier } from 'pg';
import type { Queryable } from '../queryable.js';

interface Owned {
  readonly kind: 'TABLE' | 'SEQUENCE' | 'ROUTINE' | 'TYPE';
  readonly name: string;
}

/**
 * What whoever migrates owns and the given role does not, each as it is named in a statement. What belongs to a table goes with it;
 * what belongs to an extension or to somebody else, such as what a superuser watches the database by, is not ours.
 */
const OWNED_BY_OTHERS = `
  SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind, c.oid::regclass::text AS name
  FROM pg_class c
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND relowner <> $1::regrole
    AND pg_has_role(current_user, relowner, 'USAGE')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i', 'e') AND d.classid = 'pg_class'::regclass)
  UNION ALL
  SELECT 'ROUTINE', p.oid::regprocedure::text FROM pg_proc p
  WHERE pronamespace = 'public'::regnamespace AND proowner <> $1::regrole AND pg_has_role(current_user, proowner, 'USAGE')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'TYPE', t.oid::regtype::text FROM pg_type t
  WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd') AND typowner <> $1::regrole AND pg_has_role(current_user, typowner, 'USAGE')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')`;

/** Gives the owner's role everything that stands in the schema: what an older release made belonged to whoever migrated. */
export async function handOver(source: Queryable, owner: string): Promise<void> {
  const role = escapeIdentifier(owner);
  const others = await source.query<Owned[]>(OWNED_BY_OTHERS, [role]);
  for (const { kind, name } of others) await source.query(`ALTER ${kind} ${name} OWNER TO ${role}`);
}
