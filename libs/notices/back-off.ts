import { addDuration, type Instant } from '../domain/calendar/index.js';

/** Minutes until the next try after each one that failed; about five days together (RFC 5321, 4.5.4.1). */
const WAITS = [1, 5, 30, 120, 360, 720, 1440, 1440, 1440, 1440];

/**
 * When a mail is tried again that a server would not take for now.
 * @param attempts how often it had been tried before
 * @returns null when it is given up
 */
export function nextTry(attempts: number, now: Instant): Instant | null {
  const minutes = WAITS[attempts];
  return minutes === undefined ? null : addDuration(now, { minutes });
}
