import type { DeliveryStatus } from './distribution.types.js';

/** How far what was sent to somebody has come, as far as it can be known. */
export const ARRIVALS = ['onItsWay', 'received', 'opened'] as const;
export type Arrival = (typeof ARRIVALS)[number];

/**
 * What cannot be called back any more: on its way once a mail server or the post has it, or may have it; received once
 * that was reported; opened once the recipient did so.
 * @param begun whether a mail of it has begun to be sent, and it is not known how that ended
 * @returns null for what has not gone, and does not go without a right to it
 */
export function arrivalOf(status: DeliveryStatus, begun: boolean): Arrival | null {
  switch (status) {
    case 'read':
      return 'opened';
    case 'delivered':
      return 'received';
    case 'accepted':
      return 'onItsWay';
    case 'queued':
    case 'withheld':
    case 'failed':
      return begun ? 'onItsWay' : null;
  }
}
