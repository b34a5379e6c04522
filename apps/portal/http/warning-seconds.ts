import type { Environment } from '../../../libs/config/environment.js';

/** Enough to read the warning and find the button: WCAG 2.1, 2.2.1 asks for twenty seconds. */
const USUAL = 300;
const LEAST = 20;

/** How long before the end of a session somebody is warned, in seconds. */
export function warningSeconds({ SESSION_IDLE_SECONDS }: Pick<Environment, 'SESSION_IDLE_SECONDS'>): number {
  return Math.max(LEAST, Math.min(USUAL, Math.floor(SESSION_IDLE_SECONDS / 3)));
}
