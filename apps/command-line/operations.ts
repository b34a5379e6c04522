import pino from 'pino';
import { type Clock, WallClock } from '../../libs/clock/clock.js';
import type { Environment } from '../../libs/config/environment.js';
import { processLog } from '../../libs/process/process-log.js';
import { openProcess, type ProcessParts } from '../../libs/process/process-parts.js';

const POOL_SIZE = 8;
const STANDARD_ERROR = 2;

/** What an operator's commands work with: the parts of any process. They log beside what they print, which others read. */
export function openOperations(
  environment: Environment,
  clock: Clock = new WallClock(),
): Promise<ProcessParts> {
  const destination = pino.destination({ dest: STANDARD_ERROR, sync: true });
  const logger = processLog('command-line', environment.LOG_LEVEL, destination);
  return openProcess({ environment, clock, logger, poolSize: POOL_SIZE });
}
