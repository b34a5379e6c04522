import { hostname } from 'node:os';
import pino, { type DestinationStream, type Logger } from 'pino';
import { RELEASE } from './release.js';
import { withoutContent } from './without-content.js';

/**
 * The log of a process: lines of JSON without personal data.
 * @param destination where they go; the standard output by default
 */
export function processLog(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    serializers: { err: withoutContent, error: withoutContent },
    base: { process: name, release: RELEASE, host: hostname() },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
