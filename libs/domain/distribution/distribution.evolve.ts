import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import { type Delivery, deliveryKey, type DistributionEvent } from './distribution.types.js';

export const distributionEvolvers: EvolversOf<DistributionEvent> = {
  versionDistributed: (state, { version, orders }, at) =>
    orders.reduce(
      (next, { participantId, channel }) =>
        put(next, {
          version,
          participantId,
          channel,
          status: 'queued',
          attempt: (state.deliveries[deliveryKey(version, participantId)]?.attempt ?? 0) + 1,
          since: at,
          orderedSeq: state.seq + 1,
        }),
      withoutOlder(state, version),
    ),
  deliveryRecorded(state, { version, participantId, status, channel }, at) {
    const delivery = state.deliveries[deliveryKey(version, participantId)];
    return delivery === undefined ? state : put(state, { ...delivery, status, channel, since: at });
  },
  versionSentAgain: (state, { version, participantId, channel, attempt }, at) =>
    put(state, {
      version,
      participantId,
      channel,
      attempt,
      status: 'queued',
      since: at,
      orderedSeq: state.seq + 1,
    }),
};

/** Only the newest two versions' deliveries concern the rules; the ledger keeps them all. */
function withoutOlder(state: PlanState, version: number): PlanState {
  return {
    ...state,
    deliveries: Object.fromEntries(
      Object.entries(state.deliveries).filter(([, delivery]) => delivery.version >= version - 1),
    ),
  };
}

function put(state: PlanState, delivery: Delivery): PlanState {
  const key = deliveryKey(delivery.version, delivery.participantId);
  return { ...state, deliveries: { ...state.deliveries, [key]: delivery } };
}
