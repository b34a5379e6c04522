import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { prepareDatabase } from '../../../libs/persistence/roles/prepare-database.js';
import { LocalError } from './local-error.js';
import { LOOPBACK } from './ports.js';
import { commandLineOf } from './process-table.js';
import { postgresAccount, reachableDataFolder, reachablePrograms, type Account } from './postgres-account.js';
import { postgresPrograms } from './postgres-programs.js';
import { lastLine, runCommand } from './run-command.js';
import { endOfLog, startServerProcess, type ServerProcess } from './server-process.js';

const SUPERUSER = 'postgres';
const READY_WITHIN_MS = 60_000;
const POLL_MS = 50;

/** Settings that give up surviving a crash of the machine, though not of the server; for data that is thrown away. */
const FAST_SETTINGS = ['fsync=off', 'full_page_writes=off', 'shared_buffers=64MB'];

/** A password for each role that one signs in as. */
export interface PostgresPasswords {
  readonly superuser: string;
  /** Of the role that migrates. */
  readonly owner: string;
  readonly application: string;
}

/** How the embedded PostgreSQL is to be run. */
export interface PostgresOptions {
  /** Folder for the database files; made and initialised when it isn't there. */
  folder: string;
  /** Folder for log and process id; the data folder's parent by default. */
  runFolder?: string;
  port: number;
  /** Kept by the caller, who needs the superuser's to open the folder again; those of the others are set at each start. */
  passwords: PostgresPasswords;
  /** Database to create; `kiplan` by default. */
  database?: string;
  /** `full` survives a crash; `none` is fast and for tests. */
  durability: 'full' | 'none';
}

/** A running embedded PostgreSQL. */
export interface Postgres {
  /** For the role that owns the database; migrations use it. */
  ownerUrl: string;
  /** For the role under which api and worker work; it may do what migrations granted it. */
  applicationUrl: string;
  /** For the superuser, connected to the database `postgres`. */
  superuserUrl: string;
  port: number;
  /** Where the database files really lie; elsewhere than asked for if PostgreSQL may not enter that folder. */
  dataFolder: string;
  server: ServerProcess;
  stop(): Promise<void>;
}

/** Role that owns the database and migrates. */
export const OWNER_ROLE = 'kiplan_owner';
/** Role under which the application's processes work. */
export const APPLICATION_ROLE = 'kiplan_application';

/** @returns Where the database files of a folder lie, for whoever wants to remove them. */
export async function postgresDataFolder(folder: string): Promise<string> {
  return reachableDataFolder(resolve(folder), await postgresAccount());
}

/**
 * Starts PostgreSQL on the loopback address, initialising its folder when it is new, and sees to it that the
 * roles and the database exist.
 *
 * @throws LocalError when it can't be initialised or doesn't come up.
 */
export async function startPostgresEngine(options: PostgresOptions): Promise<Postgres> {
  const account = await postgresAccount();
  const { folder, version } = postgresPrograms();
  const bin = join(await reachablePrograms(folder, version, account), 'bin');
  const dataFolder = reachableDataFolder(resolve(options.folder), account);
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) await initialise(bin, dataFolder, options, account);
  forgetDeadPostmaster(dataFolder);

  const settings = [
    `listen_addresses=${LOOPBACK}`,
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    ...(options.durability === 'none' ? FAST_SETTINGS : []),
  ];
  const server = await startServerProcess({
    name: 'postgres',
    command: join(bin, 'postgres'),
    commandArguments: [
      '-D',
      dataFolder,
      '-p',
      String(options.port),
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    runFolder: options.runFolder ?? dirname(resolve(options.folder)),
    // A working folder the account may enter, or PostgreSQL complains about its own.
    cwd: dirname(bin),
    // Fast shutdown: open transactions are rolled back instead of being waited for.
    stopSignal: 'SIGINT',
    ...(account === undefined ? {} : { account }),
  });

  const { passwords } = options;
  const urlFor = (role: string, password: string, database: string): string =>
    `postgres://${role}:${encodeURIComponent(password)}@${LOOPBACK}:${options.port}/${database}`;
  const database = options.database ?? 'kiplan';
  const superuserUrl = urlFor(SUPERUSER, passwords.superuser, 'postgres');
  try {
    await untilReady(server, superuserUrl);
    await ensureDatabase(superuserUrl, database);
    await withClient(urlFor(SUPERUSER, passwords.superuser, database), (client) =>
      prepare(client, passwords),
    );
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    ownerUrl: urlFor(OWNER_ROLE, passwords.owner, database),
    applicationUrl: urlFor(APPLICATION_ROLE, passwords.application, database),
    superuserUrl,
    port: options.port,
    dataFolder,
    server,
    stop: async () => {
      await server.stop();
    },
  };
}

/** Initialises beside the final folder and moves it there, so that an interrupted first start leaves no half. */
async function initialise(
  bin: string,
  dataFolder: string,
  options: PostgresOptions,
  account: Account | undefined,
): Promise<void> {
  const unfinished = `${dataFolder}.new`;
  const passwordFile = join(tmpdir(), `kiplan-${randomBytes(8).toString('hex')}`);
  await rm(unfinished, { recursive: true, force: true });
  await rm(dataFolder, { recursive: true, force: true });
  await mkdir(dirname(dataFolder), { recursive: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, `${options.passwords.superuser}\n`, { mode: 0o600 });
  try {
    if (account !== undefined) {
      await chown(unfinished, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    const outcome = await runCommand(
      join(bin, 'initdb'),
      [
        `--pgdata=${unfinished}`,
        '--auth=scram-sha-256',
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(options.durability === 'none' ? ['--no-sync'] : []),
      ],
      { cwd: dirname(bin), ...account },
    );
    if (outcome.code !== 0) {
      throw new LocalError(`PostgreSQL could not set up ${dataFolder}: ${lastLine(outcome.output)}.`);
    }
    await chmod(unfinished, 0o700);
    await rename(unfinished, dataFolder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** After a crash of the machine the noted process id can belong to somebody else, and PostgreSQL would refuse. */
function forgetDeadPostmaster(dataFolder: string): void {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const running = commandLineOf(pid);
  if (running.includes('postgres') && running.includes(dataFolder)) {
    throw new LocalError(
      `The database in ${dataFolder} is in use by process ${pid}: stop that one, or choose another folder.`,
    );
  }
  rmSync(file, { force: true });
}

async function untilReady(server: ServerProcess, url: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const problem = await connectionProblem(url);
    if (problem === undefined) return;
    if (server.hasEnded() || performance.now() > deadline) {
      throw new LocalError(
        `PostgreSQL did not come up; its log ${server.logFile} ends:\n${endOfLog(server.logFile)}`,
      );
    }
    // 28P01 invalid_password: waiting will not help (PostgreSQL, appendix A, error codes).
    if (problem === '28P01') {
      throw new LocalError(
        'The database was set up with another password than the one noted beside it: begin anew with npm start -- --fresh.',
      );
    }
    await pause(POLL_MS);
  }
}

async function connectionProblem(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(superuserUrl: string, database: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount !== 0) return;
    await client.query(`CREATE DATABASE ${escapeIdentifier(database)}`);
  });
}

async function prepare(client: Client, passwords: PostgresPasswords): Promise<void> {
  const source = {
    query: async <T>(text: string, values?: unknown[]): Promise<T> =>
      (await client.query(text, values)).rows as T,
  };
  await prepareDatabase(source, {
    migrating: { name: OWNER_ROLE, password: passwords.owner },
    application: { name: APPLICATION_ROLE, password: passwords.application },
  });
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
