import { cpSync, existsSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import { LocalError } from './local-error.js';
import { lastLine, runCommand } from './run-command.js';

const ACCOUNT_NAME = 'postgres';
const REACHABLE_FOLDER = '/var/lib/kiplan';
const OTHERS_MAY_ENTER = 0o001;

/** An operating system account by its ids. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * The account PostgreSQL must run under: it refuses to run as root, so for root the account `postgres` is used,
 * and created where it doesn't exist.
 *
 * @returns Undefined when the present account will do.
 * @throws LocalError when that account is missing and can't be created.
 */
export async function postgresAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUpAccount();
  if (existing !== undefined) return existing;
  const created = await runCommand('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT_NAME]);
  const account = await lookUpAccount();
  if (account === undefined) {
    throw new LocalError(
      `PostgreSQL does not run as root and the account ${ACCOUNT_NAME} could not be created ` +
        `(${lastLine(created.output)}): run this as another user, or give a database with DATABASE_URL.`,
    );
  }
  return account;
}

async function lookUpAccount(): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([
    runCommand('id', ['-u', ACCOUNT_NAME]),
    runCommand('id', ['-g', ACCOUNT_NAME]),
  ]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

/** Whether every folder on the way to a path may be entered by an account that doesn't own them. */
export function mayReach(path: string, account: Account): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid } = statSync(folder);
      if (uid !== account.uid && (mode & OTHERS_MAY_ENTER) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/**
 * A folder for the database files that the account may enter. For root's own home, closed to others, that is
 * one under /var/lib with a name derived from the wanted one.
 */
export function reachableDataFolder(wanted: string, account: Account | undefined): string {
  if (account === undefined || mayReach(dirname(wanted), account)) return wanted;
  const name = createHash('sha256').update(resolve(wanted)).digest('hex').slice(0, 16);
  return join(REACHABLE_FOLDER, `database-${name}`);
}

/** The folder of PostgreSQL's programs, copied to where the account may enter if it may not enter the original. */
export async function reachablePrograms(
  original: string,
  version: string,
  account: Account | undefined,
): Promise<string> {
  if (account === undefined || mayReach(original, account)) return original;
  const copy = join(REACHABLE_FOLDER, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  await mkdir(REACHABLE_FOLDER, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  cpSync(original, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
