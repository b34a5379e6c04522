import type { Logger as RuntimeLogger, LogLevel } from '@temporalio/worker';
import type { Logger } from 'pino';

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** What Temporal's workers say, in the log of the process: as JSON, errors without their words. */
export function runtimeLogger(log: Logger): RuntimeLogger {
  const write = (level: LogLevel, message: string, about: object = {}): void => {
    log[LEVELS[level]](about, message);
  };
  return {
    log: write,
    trace: (message, about) => {
      write('TRACE', message, about);
    },
    debug: (message, about) => {
      write('DEBUG', message, about);
    },
    info: (message, about) => {
      write('INFO', message, about);
    },
    warn: (message, about) => {
      write('WARN', message, about);
    },
    error: (message, about) => {
      write('ERROR', message, about);
    },
  };
}
