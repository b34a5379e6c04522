import { type Clock, WallClock } from '../../libs/clock/clock.js';
import type { Environment } from '../../libs/config/environment.js';
import { openProcess, type ProcessParts } from '../../libs/process/process-parts.js';

const POOL_SIZE = 8;

/** What an operator's commands work with: the parts of any process. */
export function openOperations(
  environment: Environment,
  clock: Clock = new WallClock(),
): Promise<ProcessParts> {
  return openProcess({ environment, clock, poolSize: POOL_SIZE });
}
