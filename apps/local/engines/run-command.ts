import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How a finished command ended. */
export interface CommandOutcome {
  /** Exit code; null when a signal ended it. */
  code: number | null;
  /** Standard output and standard error, in the order they came. */
  output: string;
  /** Standard output by itself. */
  printed: string;
}

/** Options of {@link runCommand}. */
export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  /** Milliseconds after which the command is killed. */
  timeout?: number;
  /** Ends the command when it is aborted. */
  signal?: AbortSignal;
}

/**
 * Runs a command to its end and collects what it says; it is ended with this process at the latest.
 *
 * @returns The outcome; a command that can't be started has code 127, one that was ended has code null.
 */
export async function runCommand(
  command: string,
  commandArguments: readonly string[],
  options: CommandOptions = {},
): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      ...options,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const endWithThisProcess = (): void => {
      child.kill('SIGKILL');
    };
    process.once('exit', endWithThisProcess);
    let output = '';
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      printed += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.once('error', (error) => {
      process.off('exit', endWithThisProcess);
      resolve({
        code: error.name === 'AbortError' ? null : 127,
        output: `${output}${error.message}`,
        printed,
      });
    });
    child.once('close', (code) => {
      process.off('exit', endWithThisProcess);
      resolve({ code, output, printed });
    });
  });
}

/** The last line of a command's output that says something, for an error message. */
export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? '';
}

/** @returns The path of an executable found on PATH, or undefined. */
export function findOnPath(name: string, path = process.env['PATH'] ?? ''): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** Whether a file is there and may be executed. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
