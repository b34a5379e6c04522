import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalError } from './local-error.js';
import { commandLineOf, isAlive } from './process-table.js';

const STOP_WITHIN_MS = 20_000;
const POLL_MS = 25;

/** A server to be run as a process of its own. */
export interface ServerProcessOptions {
  /** Short name, used for its log and its process id file ("postgres"). */
  name: string;
  command: string;
  commandArguments: readonly string[];
  /** Folder for `<name>.log` and `<name>.pid`. */
  runFolder: string;
  environment?: NodeJS.ProcessEnv;
  cwd?: string;
  account?: { uid: number; gid: number };
  /** The signal that asks this server to stop in order. */
  stopSignal?: NodeJS.Signals;
}

/** A server that runs as a process of its own. */
export interface ServerProcess {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Settles when the process has ended, for whatever reason, with a phrase that says how. */
  readonly ended: Promise<string>;
  /** Whether it has ended. */
  hasEnded(): boolean;
  /** Asks it to stop, waits, and kills it when it doesn't; returns when it is gone. */
  stop(): Promise<void>;
  /** Kills it without warning, as a crash would; returns when it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C on the terminal doesn't reach it before its turn
 * to stop has come. Its id is left in a file, by which a later start finds it if this process is killed.
 *
 * @throws LocalError when the command can't be started.
 */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  mkdirSync(options.runFolder, { recursive: true });
  const logFile = join(options.runFolder, `${options.name}.log`);
  const pidFile = join(options.runFolder, `${options.name}.pid`);
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(options.command, options.commandArguments, {
    detached: true,
    stdio: ['ignore', log, log],
    env: options.environment ?? process.env,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...options.account,
  });
  closeSync(log);
  const pid = await startedPid(child, options);
  writeFileSync(pidFile, `${pid}\n${[options.command, ...options.commandArguments].join(' ')}\n`, {
    mode: 0o600,
  });
  let over = false;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      over = true;
      rmSync(pidFile, { force: true });
      resolve(signal === null ? `ended with code ${code ?? 0}` : `was ended by ${signal}`);
    });
  });
  return {
    name: options.name,
    pid,
    logFile,
    ended,
    hasEnded: () => over,
    stop: async () => {
      if (over) return;
      await stopProcess(pid, options.stopSignal ?? 'SIGTERM');
      await ended;
    },
    kill: async () => {
      if (over) return;
      await stopProcess(pid, 'SIGKILL');
      await ended;
    },
  };
}

async function startedPid(child: ChildProcess, options: ServerProcessOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => {
      resolve(child.pid ?? 0);
    });
    child.once('error', (error) => {
      reject(new LocalError(`${options.name} could not be started: ${error.message}.`));
    });
  });
}

/** Signals a process, waits until it is gone and kills it after 20 seconds. */
async function stopProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  const deadline = performance.now() + STOP_WITHIN_MS;
  send(pid, signal);
  while (isRunning(pid)) {
    if (performance.now() > deadline) send(pid, 'SIGKILL');
    await pause(POLL_MS);
  }
}

function isRunning(pid: number): boolean {
  // A process that ended and wasn't collected yet still has its id, but no command line.
  return isAlive(pid) && commandLineOf(pid) !== '';
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in between, which is what was wanted.
  }
}

/**
 * Stops what an earlier start left running because it was killed. A process counts as left over only when its
 * command line still names the command that was started, since the system reuses process ids.
 *
 * @returns The names of the servers that were stopped.
 */
export async function stopLeftovers(runFolder: string): Promise<string[]> {
  const stopped: string[] = [];
  for (const file of await pidFiles(runFolder)) {
    const [pid, commandLine] = readFileSync(file, 'utf8').split('\n');
    const running = commandLineOf(Number(pid));
    if (commandLine !== undefined && commandLine !== '' && running.includes(commandLine)) {
      await stopProcess(Number(pid), 'SIGINT');
      stopped.push(basename(file, '.pid'));
    }
    rmSync(file, { force: true });
  }
  return stopped;
}

async function pidFiles(runFolder: string): Promise<string[]> {
  try {
    const names = await readdir(runFolder);
    return names.filter((name) => name.endsWith('.pid')).map((name) => join(runFolder, name));
  } catch {
    return [];
  }
}

/** The last lines of a server's log, for an error message. */
export function endOfLog(logFile: string, lines = 5): string {
  try {
    const log = readFileSync(logFile, 'utf8').trim();
    return log === '' ? '(it is empty)' : log.split('\n').slice(-lines).join('\n');
  } catch {
    return `(no log in ${dirname(logFile)})`;
  }
}
