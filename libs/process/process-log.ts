import pino, { type Logger } from 'pino';
import { withoutContent } from './without-content.js';

/** The log of a process: lines of JSON without personal data. */
export function processLog(name: string, level: string): Logger {
  return pino({
    level,
    serializers: { err: withoutContent, error: withoutContent },
    base: { process: name },
  });
}
