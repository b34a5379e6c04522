import type { Logger } from 'pino';
import { type Environment, EnvironmentError, readEnvironment } from '../config/environment.js';
import { trustAuthorities } from '../config/tls.js';
import { processLog } from './process-log.js';
import { withoutContent } from './without-content.js';

/** A process that has started. */
export interface RunningProcess {
  /** Finishes what is under way and closes everything. */
  stop(): Promise<void>;
  /** Settles when the process cannot go on; never, for one that always can. */
  readonly failed: Promise<unknown>;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** Longest time from the first signal to the end, in milliseconds: longer than requests and steps that are under way may take. */
const LONGEST_ENDING = 45_000;
/** A terminal and what stands before a process may both pass on one request to end, so many milliseconds apart. */
const SAME_REQUEST = 1_000;

/**
 * Runs a process from its start to its end, and ends it in order: on SIGTERM or SIGINT with exit code 0, and with 1 when it
 * cannot start, cannot go on, or does not come to its end in time. Asked while it starts, it ends at once: nothing is under
 * way yet. Asked again, it ends at once too: whatever is cut then stands in an outbox.
 * @param name As the process is called in its log.
 * @param start Starts everything.
 */
export async function runProcess(
  name: string,
  start: (environment: Environment, logger: Logger) => Promise<RunningProcess>,
): Promise<never> {
  try {
    const environment = readEnvironment(process.env);
    trustAuthorities(environment);
    const logger = processLog(name, environment.LOG_LEVEL);
    const asked = untilAsked(logger);
    const running = await Promise.race([start(environment, logger), asked]);
    if (running === undefined) return process.exit(0);
    const code = await Promise.race([asked.then(() => 0), running.failed.then(lost(logger), lost(logger))]);
    logger.info('ending');
    await inTime(running.stop(), logger);
    logger.info('ended');
    return process.exit(code);
  } catch (error) {
    const reason = error instanceof EnvironmentError ? error.message : String(error);
    process.stderr.write(`${reason}\n`);
    return process.exit(1);
  }
}

/** Resolves with the first signal; a second one ends the process. */
function untilAsked(logger: Logger): Promise<undefined> {
  let since: number | undefined;
  return new Promise((resolve) => {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        since ??= performance.now();
        if (performance.now() - since > SAME_REQUEST) {
          logger.warn('asked to end again: what is under way is cut');
          process.exit(1);
        }
        resolve(undefined);
      });
    }
  });
}

function lost(logger: Logger): (reason: unknown) => number {
  return (reason) => {
    logger.error({ reason: withoutContent(reason) }, 'the process cannot go on');
    return 1;
  };
}

async function inTime(ending: Promise<void>, logger: Logger): Promise<void> {
  const timer = setTimeout(() => {
    logger.error({ seconds: LONGEST_ENDING / 1_000 }, 'not ended in time: what is under way is cut');
    process.exit(1);
  }, LONGEST_ENDING);
  await ending;
  clearTimeout(timer);
}
