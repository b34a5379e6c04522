import type { InformationKind } from '../consent/consent.types.js';
import type { Channel } from '../participants/participant.types.js';
import type { Instant } from '../calendar/index.js';

/**
 * How far a delivery is known to have come. `delivered` needs a delivery report or a fetch from the pages,
 * `read` an authenticated opening or a person's word that it was told or handed over; a mail server's yes is
 * only `accepted`.
 */
export const DELIVERY_STATUSES = ['queued', 'accepted', 'delivered', 'read', 'failed', 'withheld'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export interface Delivery {
  readonly version: number;
  readonly participantId: string;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  /** 1 for the first sending, raised when it is sent again. */
  readonly attempt: number;
  readonly since: Instant;
  /** The place of the event that ordered it, after which its notice is named; unknown in older states. */
  readonly orderedSeq?: number;
}

export interface DistributionState {
  /** By `deliveryKey(version, participantId)`. */
  readonly deliveries: Readonly<Record<string, Delivery>>;
}

export interface DeliveryOrder {
  readonly participantId: string;
  readonly channel: Channel;
  readonly kinds: readonly InformationKind[];
  readonly grantIds: readonly string[];
}

export type DistributionCommand =
  | {
      readonly type: 'recordDelivery';
      readonly version: number;
      readonly participantId: string;
      readonly status: Exclude<DeliveryStatus, 'queued' | 'withheld'>;
      readonly channel: Channel;
      readonly note: string | null;
    }
  | {
      readonly type: 'sendVersionAgain';
      readonly version: number;
      readonly participantId: string;
      readonly channel: Channel;
    };

export type DistributionEvent =
  | {
      readonly type: 'versionDistributed';
      readonly version: number;
      readonly orders: readonly DeliveryOrder[];
    }
  | {
      readonly type: 'deliveryRecorded';
      readonly version: number;
      readonly participantId: string;
      readonly status: DeliveryStatus;
      readonly channel: Channel;
      readonly note: string | null;
      /** When the sending began whose outcome this is; absent where a person recorded it, and from older events. */
      readonly begunAt?: Instant;
      /** That the recipient's right to it had ended when this was told: the sending had begun before. */
      readonly rightEnded?: true;
    }
  | {
      readonly type: 'versionSentAgain';
      readonly version: number;
      readonly participantId: string;
      readonly channel: Channel;
      readonly attempt: number;
    };

/** The key of one recipient's delivery of one version. */
export function deliveryKey(version: number, participantId: string): string {
  return `${version}:${participantId}`;
}
