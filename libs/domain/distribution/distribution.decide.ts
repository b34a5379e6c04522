import { disclosedKinds } from '../disclosure/may-disclose.js';
import { newestVersion } from '../drafting/draft.js';
import { activeParticipant } from '../participants/participants.js';
import type { Channel } from '../participants/participant.types.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure, required } from '../plan/errors.js';
import type { PlanState } from '../plan/plan.types.js';
import { PLAN_KINDS } from './distribution.steps.js';
import {
  type Delivery,
  deliveryKey,
  type DistributionCommand,
  type DeliveryStatus,
} from './distribution.types.js';

/** How far each status is along the way; a delivery never goes back, except to say that it failed. */
const PROGRESS: Readonly<Record<DeliveryStatus, number>> = {
  withheld: 0,
  queued: 0,
  failed: 1,
  accepted: 1,
  delivered: 2,
  read: 3,
};

/** What a person's word can establish for each channel; more than that nobody can know. */
const CAN_TELL: Readonly<Record<Channel, readonly DeliveryStatus[]>> = {
  mail: ['accepted', 'delivered', 'read', 'failed'],
  letter: ['accepted', 'delivered', 'failed'],
  telephone: ['read', 'failed'],
  inPerson: ['delivered', 'read', 'failed'],
};

export const distributionDeciders: DecidersOf<DistributionCommand> = {
  recordDelivery(state, { version, participantId, status, channel, note }) {
    const delivery = existing(state, version, participantId);
    ensure(CAN_TELL[channel].includes(status), 'DELIVERY.CHANNEL_CANNOT_TELL', {
      field: 'status',
      expected: CAN_TELL[channel].join(', '),
    });
    ensure(
      status === 'failed' || PROGRESS[status] > PROGRESS[delivery.status] || delivery.status === 'failed',
      'DELIVERY.ALREADY_FURTHER',
      {
        field: 'status',
        expected: `more than ${delivery.status}`,
      },
    );
    return [{ type: 'deliveryRecorded', version, participantId, status, channel, note }];
  },

  sendVersionAgain(state, { version, participantId, channel }, { at }) {
    const delivery = existing(state, version, participantId);
    ensure(version === newestVersion(state), 'VERSION.NOT_FOUND', {
      field: 'version',
      expected: 'the newest version',
    });
    activeParticipant(state, participantId);
    ensure(disclosedKinds(state, participantId, PLAN_KINDS, at).length > 0, 'CONSENT.MISSING', {
      field: 'participantId',
    });
    return [{ type: 'versionSentAgain', version, participantId, channel, attempt: delivery.attempt + 1 }];
  },
};

function existing(state: PlanState, version: number, participantId: string): Delivery {
  ensure(
    state.versions.some((locked) => locked.version === version),
    'VERSION.NOT_FOUND',
    { field: 'version' },
  );
  return required(state.deliveries[deliveryKey(version, participantId)], 'DELIVERY.NOT_FOUND', {
    field: 'participantId',
  });
}
