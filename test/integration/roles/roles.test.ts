import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrate } from '../../../libs/persistence/migrate.js';
import { SAFE_SEARCH_PATH } from '../../../libs/persistence/roles/definer-functions.js';
import { requireFitRole } from '../../../libs/persistence/roles/fit-role.js';
import { startPostgres, type TestPostgres } from '../../support/servers.js';
import { testVault } from '../../support/test-vault.js';
import { allowedTo, allowedWith, inWords, type Who } from './allowed.js';
import { allowedOf, type Attempt, attemptsOn, catalogueOf } from './attempts.js';

const APPLICATION = { name: 'kiplan_application', password: 'kiplan' };
const READER = 'kiplan_application_reader';
const OWNER = 'kiplan_application_owner';
const STRANGER = 'kiplan_stranger';
/** PostgreSQL, appendix A. */
const INSUFFICIENT_PRIVILEGE = { code: '42501' };

describe('what each role may', () => {
  let postgres: TestPostgres;
  let superuser: Client;
  let attempts: Attempt[];
  let primaryKeys: ReadonlySet<string>;

  const connected = async (url: string): Promise<Client> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client;
  };
  const strangersUrl = (): string => {
    const url = new URL(postgres.url);
    url.username = STRANGER;
    return url.href;
  };

  beforeAll(async () => {
    postgres = await startPostgres();
    await migrate(postgres.url, APPLICATION, testVault.cipher);
    superuser = await connected(
      postgres.superuserUrl.replace(/[^/]*$/, new URL(postgres.url).pathname.slice(1)),
    );
    await superuser.query(`CREATE ROLE ${STRANGER} LOGIN PASSWORD 'kiplan'`);
    attempts = attemptsOn(await catalogueOf(superuser));
    const { rows } = await superuser.query<{ name: string }>(
      `SELECT conrelid::regclass::text || '.' || attname AS name FROM pg_constraint
       JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey) WHERE contype = 'p'`,
    );
    primaryKeys = new Set(rows.map(({ name }) => name));
  });

  afterAll(async () => {
    await superuser.end();
    await postgres.stop();
  });

  it('is nothing for who is neither owner, application nor superuser: they do not even get in', async () => {
    await expect(connected(strangersUrl())).rejects.toMatchObject(INSUFFICIENT_PRIVILEGE);
  });

  it.each([
    ['application', APPLICATION.name],
    ['reader', READER],
    ['anybody', STRANGER],
  ] as const)('is what is declared, and nothing else, for %s', async (who: Who, role: string) => {
    if (who === 'anybody') await superuser.query(`GRANT CONNECT ON DATABASE kiplan TO ${STRANGER}`);
    const client = await connected(who === 'anybody' ? strangersUrl() : postgres.applicationUrl);
    if (who === 'reader') await client.query(`SET ROLE ${READER}`);
    const succeeded = (await allowedOf(client, attempts)).map(inWords);
    await client.end();
    expect(succeeded.sort()).toEqual(allowedTo(who, role, attempts, allowedWith(primaryKeys)).sort());
    expect(attempts.length).toBeGreaterThan(3_000);
  });

  it('does not let the application become the owner by a table of its own that a function of the owner takes for another', async () => {
    const application = await connected(postgres.applicationUrl);
    // Without the right to a temporary schema there is nothing to put before the owner's tables.
    await expect(
      application.query('CREATE TEMPORARY TABLE audit_heads (LIKE public.audit_heads)'),
    ).rejects.toMatchObject(INSUFFICIENT_PRIVILEGE);
    // With it, the function would still take the owner's table first.
    await superuser.query(`GRANT TEMPORARY ON DATABASE kiplan TO ${APPLICATION.name}`);
    await application.query(
      'CREATE TEMPORARY TABLE audit_heads (chain text PRIMARY KEY, place int, hash bytea, sealed_place int)',
    );
    await application.query(
      `INSERT INTO pg_temp.audit_heads VALUES ('attempt', 41, decode(repeat('00', 32), 'hex'), 0)`,
    );
    const entry = {
      at: '2027-03-01T10:00:00Z',
      operation: 'attempt',
      allowed: false,
      listed: [],
      events: [],
    };
    await application.query("SELECT append_audit_entry('attempt', $1, 'key', 'code')", [
      JSON.stringify(entry),
    ]);
    const { rows } = await superuser.query("SELECT place FROM audit_heads WHERE chain = 'attempt'");
    expect(rows).toEqual([{ place: 1 }]);
    await application.end();
    await superuser.query(`REVOKE TEMPORARY ON DATABASE kiplan FROM ${APPLICATION.name}`);
  });

  it('lets every function that works with its owner’s rights look for names where nobody else can put any', async () => {
    const { rows } = await superuser.query<{
      name: string;
      path: string[] | null;
      public: boolean;
      owner: string;
    }>(
      `SELECT p.oid::regprocedure::text AS name, p.proconfig AS path, pg_get_userbyid(p.proowner) AS owner,
         EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0) AS public
       FROM pg_proc p WHERE p.prosecdef AND p.pronamespace <> 'pg_catalog'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const found of rows)
      expect(found).toEqual({
        ...found,
        path: [`search_path=${SAFE_SEARCH_PATH}`],
        public: false,
        owner: OWNER,
      });
  });

  it('mends a function that an older release left open', async () => {
    await superuser.query('ALTER FUNCTION append_audit_entry SET search_path = pg_catalog, public');
    await superuser.query('ALTER FUNCTION append_audit_entry OWNER TO kiplan_owner');
    await superuser.query('GRANT TEMPORARY ON DATABASE kiplan TO PUBLIC');
    await migrate(postgres.url, APPLICATION, testVault.cipher);
    const { rows } = await superuser.query(
      `SELECT p.proconfig AS path, pg_get_userbyid(p.proowner) AS owner,
         has_database_privilege($1, current_database(), 'TEMPORARY') AS temporary FROM pg_proc p WHERE proname = 'append_audit_entry'`,
      [STRANGER],
    );
    expect(rows).toEqual([{ path: [`search_path=${SAFE_SEARCH_PATH}`], owner: OWNER, temporary: false }]);
  });

  it('has everything owned by a role that nobody signs in as and that may do nothing else', async () => {
    const { rows: owners } = await superuser.query(
      `SELECT DISTINCT pg_get_userbyid(owner) AS owner FROM (
         SELECT relowner AS owner FROM pg_class WHERE relnamespace = 'public'::regnamespace
         UNION ALL SELECT proowner FROM pg_proc WHERE pronamespace = 'public'::regnamespace
         UNION ALL SELECT typowner FROM pg_type WHERE typnamespace = 'public'::regnamespace
       ) AS owned`,
    );
    expect(owners).toEqual([{ owner: OWNER }]);
    const { rows } = await superuser.query(
      `SELECT rolname AS name, rolcanlogin AS login, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS more,
         pg_has_role(rolname, $1, 'MEMBER') AS owns
       FROM pg_roles WHERE rolname = ANY ($2) ORDER BY 1`,
      [OWNER, [OWNER, READER, APPLICATION.name, 'kiplan_owner']],
    );
    expect(rows).toEqual([
      { name: APPLICATION.name, login: true, more: false, owns: false },
      { name: OWNER, login: false, more: false, owns: true },
      { name: READER, login: false, more: false, owns: false },
      { name: 'kiplan_owner', login: true, more: false, owns: true },
    ]);
  });

  it('needs no superuser, and goes to the owner also where an older release left it to who migrates', async () => {
    await superuser.query("CREATE ROLE kiplan_mover LOGIN CREATEROLE PASSWORD 'kiplan'");
    await superuser.query('CREATE DATABASE elsewhere OWNER kiplan_mover');
    const url = new URL(postgres.url);
    url.username = 'kiplan_mover';
    url.pathname = '/elsewhere';
    const role = { name: 'elsewhere_application', password: 'kiplan' };
    await migrate(url.href, role, testVault.cipher);
    const inIt = await connected(postgres.superuserUrl.replace(/[^/]*$/, 'elsewhere'));
    await inIt.query('REASSIGN OWNED BY elsewhere_application_owner TO kiplan_mover');
    await migrate(url.href, role, testVault.cipher);
    const { rows } = await inIt.query(
      "SELECT DISTINCT pg_get_userbyid(relowner) AS owner FROM pg_class WHERE relnamespace = 'public'::regnamespace",
    );
    expect(rows).toEqual([{ owner: 'elsewhere_application_owner' }]);
    await inIt.end();
    // Once the roles are there, the right to make roles can go.
    await superuser.query('ALTER ROLE kiplan_mover NOCREATEROLE');
    await expect(migrate(url.href, role, testVault.cipher)).resolves.toEqual([]);
    await expect(migrate(url.href, { ...role, name: 'another' }, testVault.cipher)).rejects.toThrow(
      /another is missing and this one may not make it: a superuser runs CREATE ROLE/,
    );
  });

  it('changes nothing at all if the migration fails at its end', async () => {
    const name = 'unmigrated';
    await superuser.query(`CREATE DATABASE ${name} OWNER kiplan_owner`);
    const inIt = await connected(postgres.superuserUrl.replace(/[^/]*$/, name));
    await inIt.query('ALTER SCHEMA public OWNER TO kiplan_owner');
    await inIt.query(
      `CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$`,
    );
    await inIt.query(
      "CREATE EVENT TRIGGER refuse ON ddl_command_start WHEN TAG IN ('CREATE POLICY') EXECUTE FUNCTION public.refuse()",
    );
    const url = postgres.url.replace(/[^/]*$/, name);
    // What a superuser has put there, such as what watches the database, is left alone.
    await expect(migrate(url, APPLICATION, testVault.cipher)).rejects.toThrow('refused');
    const tables = await inIt.query("SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace");
    expect(tables.rows).toEqual([]);
    await inIt.query('DROP EVENT TRIGGER refuse');
    await expect(migrate(url, APPLICATION, testVault.cipher)).resolves.not.toEqual([]);
    await inIt.end();
  });

  it.each([
    [
      'GRANT kiplan_application_owner TO kiplan_application',
      'REVOKE kiplan_application_owner FROM kiplan_application',
      /kiplan_application is a member of kiplan_application_owner/,
    ],
    [
      'GRANT pg_read_server_files TO kiplan_application',
      'REVOKE pg_read_server_files FROM kiplan_application',
      /member of pg_read_server_files/,
    ],
    [
      'ALTER ROLE kiplan_application CREATEROLE BYPASSRLS',
      'ALTER ROLE kiplan_application NOCREATEROLE NOBYPASSRLS',
      /has CREATEROLE, BYPASSRLS.*NOCREATEROLE NOBYPASSRLS/,
    ],
    [
      'ALTER ROLE kiplan_application_owner LOGIN',
      'ALTER ROLE kiplan_application_owner NOLOGIN',
      /sign in as kiplan_application_owner/,
    ],
  ])(
    'is not more by mistake: after %s the migration says what to do and changes nothing',
    async (mistake, mended, sentence) => {
      await superuser.query(mistake);
      await expect(migrate(postgres.url, APPLICATION, testVault.cipher)).rejects.toThrow(sentence);
      await superuser.query(mended);
      await expect(migrate(postgres.url, APPLICATION, testVault.cipher)).resolves.toEqual([]);
    },
  );

  it('is asked when a process starts: the application’s role will do, and no role of an owner, a superuser or one that may more', async () => {
    const asked = async (url: string): Promise<void> => {
      const client = await connected(url);
      try {
        await requireFitRole({
          query: async <T>(text: string): Promise<T> => (await client.query(text)).rows as T,
        });
      } finally {
        await client.end();
      }
    };
    const inDatabase = postgres.superuserUrl.replace(/[^/]*$/, 'kiplan');
    await asked(postgres.applicationUrl);
    await expect(asked(postgres.url)).rejects.toThrow(/kiplan_owner, which owns tables/);
    await expect(asked(inDatabase)).rejects.toThrow(/postgres, a superuser/);
    await superuser.query('GRANT TEMPORARY ON DATABASE kiplan TO kiplan_application');
    await superuser.query('ALTER ROLE kiplan_application CREATEDB');
    await expect(asked(postgres.applicationUrl)).rejects.toThrow(
      /has CREATEDB[^]*may create temporary tables/,
    );
    await superuser.query('REVOKE TEMPORARY ON DATABASE kiplan FROM kiplan_application');
    await superuser.query('ALTER ROLE kiplan_application NOCREATEDB');
    await asked(postgres.applicationUrl);
  });
});
