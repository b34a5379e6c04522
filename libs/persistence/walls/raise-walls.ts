import { createHash } from 'node:crypto';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { OPEN_TABLES, WALLS } from './walls.js';

/** The role under which everything is read for somebody, beside the one that the record writes in. */
export function readerRoleOf(applicationRole: string): string {
  return `${applicationRole}_reader`;
}

/**
 * Raises the walls: readers get the right to read what is walled and nothing else, each table by its condition; the
 * application's role works behind them. What stands already as it should is left alone. In one transaction.
 */
export async function raiseWalls(client: Client, applicationRole: string): Promise<void> {
  const reader = readerRoleOf(applicationRole);
  await ensureReader(client, applicationRole, reader);
  await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${escapeIdentifier(reader)}`);
  const readable = [...Object.keys(WALLS), ...OPEN_TABLES].map(escapeIdentifier).join(', ');
  await client.query(`GRANT USAGE ON SCHEMA public TO ${escapeIdentifier(reader)}`);
  await client.query(`GRANT SELECT ON ${readable} TO ${escapeIdentifier(reader)}`);
  const standing = await standingPolicies(client);
  for (const [table, condition] of Object.entries(WALLS)) {
    await raiseWall(
      client,
      { table, name: `${reader}_reads`, role: reader, command: 'SELECT', condition },
      standing,
    );
    const works = { table, name: `${applicationRole}_works`, role: applicationRole, command: 'ALL' };
    await raiseWall(client, { ...works, condition: 'true' }, standing);
  }
}

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly role: string;
  readonly command: string;
  readonly condition: string;
}

async function ensureReader(client: Client, applicationRole: string, reader: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [reader]);
  if (found.rowCount === 0) await client.query(`CREATE ROLE ${escapeIdentifier(reader)} NOLOGIN`);
  await client.query(
    `GRANT ${escapeIdentifier(reader)} TO ${escapeIdentifier(applicationRole)} WITH INHERIT FALSE`,
  );
}

/** The policies that stand, with the mark of their condition. */
async function standingPolicies(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ table: string; name: string; mark: string | null }>(
    `SELECT c.relname AS table, p.polname AS name, obj_description(p.oid, 'pg_policy') AS mark
     FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'public'::regnamespace`,
  );
  return new Map(rows.map(({ table, name, mark }) => [`${table}.${name}`, mark ?? '']));
}

async function raiseWall(
  client: Client,
  policy: Policy,
  standing: ReadonlyMap<string, string>,
): Promise<void> {
  const mark = createHash('sha256').update(JSON.stringify(policy)).digest('hex');
  if (standing.get(keyOf(policy)) === mark) return;
  const table = escapeIdentifier(policy.table);
  const name = escapeIdentifier(policy.name);
  await client.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await client.query(`DROP POLICY IF EXISTS ${name} ON ${table}`);
  await client.query(
    `CREATE POLICY ${name} ON ${table} FOR ${policy.command} TO ${escapeIdentifier(policy.role)} USING (${policy.condition})`,
  );
  await client.query(`COMMENT ON POLICY ${name} ON ${table} IS ${escapeLiteral(mark)}`);
}

function keyOf({ table, name }: Pick<Policy, 'table' | 'name'>): string {
  return `${table}.${name}`;
}
