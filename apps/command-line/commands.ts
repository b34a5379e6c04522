import type { ProcessParts } from '../../libs/process/process-parts.js';
import { administrator } from './administrator.js';
import { audit } from './audit/audit.js';
import { citizenData } from './citizen-data.js';
import { endSessions } from './end-sessions.js';
import { erase } from './erase.js';
import { rebuild } from './rebuild.js';
import { refreshWaitStates } from './refresh-wait-states.js';
import { token } from './token.js';

/** A command for operators. */
export interface OperatorCommand {
  readonly name: string;
  readonly words: string;
  readonly does: string;
  /** Returns the exit code. */
  run(parts: ProcessParts, words: readonly string[], say: (line: string) => void): Promise<number>;
}

export const COMMANDS: readonly OperatorCommand[] = [
  {
    name: 'rebuild',
    words: '<plan id> | --all',
    does: 'makes lost processes anew from the record, with all deadlines; sends nothing twice',
    run: rebuild,
  },
  {
    name: 'wait-states',
    words: '--refresh',
    does: "computes open plans' wait states again after a release that changed rules",
    run: refreshWaitStates,
  },
  {
    name: 'administrator',
    words: '--subject=… …',
    does: 'registers the first administrator of a new system',
    run: administrator,
  },
  {
    name: 'audit',
    words: 'verify | seal | key | recovered …',
    does: 'checks that record and audit are as they were written; seals now; prints keys; takes what is said of a restore',
    run: audit,
  },
  {
    name: 'citizen-data',
    words: '<person id> <folder>',
    does: 'writes everything that is kept about somebody into a folder, to read, to print and for machines',
    run: citizenData,
  },
  {
    name: 'erase',
    words: '<plan id> | --due',
    does: 'erases a plan that has ended, or all that has been kept for its time; cannot be undone',
    run: erase,
  },
  {
    name: 'sessions',
    words: 'end <person id> | end --all',
    does: 'signs somebody, or everybody, out of the portal at once',
    run: endSessions,
  },
  {
    name: 'token',
    words: '<name>',
    does: 'signs somebody in on a local set-up: prints a bearer token for the API',
    run: token,
  },
];

export function usage(): string {
  const width = Math.max(...COMMANDS.map(({ name, words }) => `${name} ${words}`.length)) + 2;
  return [
    'Usage: npm run kiplan -- <command>',
    ...COMMANDS.map(({ name, words, does }) => `  ${`${name} ${words}`.padEnd(width)}${does}`),
  ].join('\n');
}
