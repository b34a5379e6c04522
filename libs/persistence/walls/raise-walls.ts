import { createHash } from 'node:crypto';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Queryable } from '../queryable.js';
import { revokeEverything } from '../roles/grant-rights.js';
import { readerRoleOf } from '../roles/role-names.js';
import { OPEN_TABLES, WALLS } from './walls.js';

/**
 * Raises the walls: readers get the right to read what is walled and nothing else, each table by its condition; the
 * application's role works behind them. What stands already as it should is left alone. In one transaction.
 */
export async function raiseWalls(source: Queryable, applicationRole: string): Promise<void> {
  const reader = readerRoleOf(applicationRole);
  await revokeEverything(source, escapeIdentifier(reader));
  const readable = [...Object.keys(WALLS), ...OPEN_TABLES].map(escapeIdentifier).join(', ');
  await source.query(`GRANT SELECT ON ${readable} TO ${escapeIdentifier(reader)}`);
  const standing = await standingPolicies(source);
  for (const [table, condition] of Object.entries(WALLS)) {
    await raiseWall(
      source,
      { table, name: `${reader}_reads`, role: reader, command: 'SELECT', condition },
      standing,
    );
    const works = { table, name: `${applicationRole}_works`, role: applicationRole, command: 'ALL' };
    await raiseWall(source, { ...works, condition: 'true' }, standing);
  }
}

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly role: string;
  readonly command: string;
  readonly condition: string;
}

/** The policies that stand, with the mark of their condition. */
async function standingPolicies(source: Queryable): Promise<Map<string, string>> {
  const rows = await source.query<{ table: string; name: string; mark: string | null }[]>(
    `SELECT c.relname AS table, p.polname AS name, obj_description(p.oid, 'pg_policy') AS mark
     FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'public'::regnamespace`,
  );
  return new Map(rows.map(({ table, name, mark }) => [`${table}.${name}`, mark ?? '']));
}

async function raiseWall(
  source: Queryable,
  policy: Policy,
  standing: ReadonlyMap<string, string>,
): Promise<void> {
  const mark = createHash('sha256').update(JSON.stringify(policy)).digest('hex');
  if (standing.get(keyOf(policy)) === mark) return;
  const table = escapeIdentifier(policy.table);
  const name = escapeIdentifier(policy.name);
  await source.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await source.query(`DROP POLICY IF EXISTS ${name} ON ${table}`);
  await source.query(
    `CREATE POLICY ${name} ON ${table} FOR ${policy.command} TO ${escapeIdentifier(policy.role)} USING (${policy.condition})`,
  );
  await source.query(`COMMENT ON POLICY ${name} ON ${table} IS ${escapeLiteral(mark)}`);
}

function keyOf({ table, name }: Pick<Policy, 'table' | 'name'>): string {
  return `${table}.${name}`;
}
