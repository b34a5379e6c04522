import type { Instant } from '../calendar/index.js';
import type { InformationKind } from '../consent/consent.types.js';
import { grantsOf } from '../consent/grants.js';
import type { Awaited, DueStep } from '../deadline/awaited.types.js';
import { deadlineAfter } from '../deadline/period.js';
import { isOnHold } from '../deadline/holds.js';
import { nextOccurrence } from '../deadline/occurrence.js';
import { disclosedKinds } from '../disclosure/may-disclose.js';
import { activeParticipants } from '../participants/participants.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { isVacant } from '../standing/standing.awaits.js';
import { type Delivery, type DeliveryOrder, deliveryKey } from './distribution.types.js';

/** The kinds of information that a version consists of. */
export const PLAN_KINDS: readonly InformationKind[] = [
  'masterData',
  'survey',
  'challenges',
  'goals',
  'followUp',
  'citizenWishes',
  'crisisPlan',
];

/** The newest version is owed to everyone who may see any of it, also to those who may only since later. */
export function distributionSteps(state: PlanState): DueStep[] {
  const newest = state.versions.at(-1);
  if (newest === undefined || isOnHold(state) || outstanding(state, state.updatedAt).length === 0) return [];
  const ref = `version:${newest.version}`;
  return [nextOccurrence(state, 'distributeVersion', ref, newest.lockedAt)];
}

/** The reference of the step that serves the newest version. */
export function distributionRefs(state: PlanState): string[] {
  return state.versions.slice(-1).map(({ version }) => `version:${version}`);
}

export function distributeVersion(state: PlanState, at: Instant): PlanEvent[] {
  const newest = state.versions.at(-1);
  if (newest === undefined) return [];
  const orders = outstanding(state, at);
  return orders.length === 0 ? [] : [{ type: 'versionDistributed', version: newest.version, orders }];
}

/**
 * Letters to post and words to bring are owed by the coordinator until somebody records that it was done, and what
 * failed by any channel until it was sent again.
 */
export function distributionAwaits(state: PlanState): Awaited[] {
  const newest = state.versions.at(-1)?.version;
  return Object.values(state.deliveries)
    .filter(
      ({ version, status, channel }) =>
        version === newest && (status === 'failed' || (status === 'queued' && channel !== 'mail')),
    )
    .map((delivery) => ({
      ref: deliveryRef(delivery),
      kind: 'deliveryMade',
      from: { kind: 'coordinator' },
      since: delivery.since,
      deadline: deadlineAfter(delivery.since, state.policy.letterWithin, state.policy),
      clock: 'duty',
      dormant: disclosedKinds(state, delivery.participantId, PLAN_KINDS, state.updatedAt).length === 0,
    }));
}

/** What is awaited of a delivery, once for each attempt, and anew when it has failed. */
export function deliveryRef({ version, participantId, attempt, status }: Delivery): string {
  return `deliveryMade:${deliveryKey(version, participantId)}:${attempt}:${status}`;
}

/** Whether anybody has not got the newest version yet, as far as it can be known. */
export function isDistributing(state: PlanState): boolean {
  return undelivered(state, state.updatedAt).length > 0;
}

/** Who may have the newest version and has not got it, as far as it can be known: never sent, on its way, or failed. */
export function undelivered(state: PlanState, at: Instant): string[] {
  const newest = state.versions.at(-1)?.version;
  const open = Object.values(state.deliveries)
    .filter(({ version, status }) => version === newest && (status === 'queued' || status === 'failed'))
    .map(({ participantId }) => participantId)
    .filter((participantId) => disclosedKinds(state, participantId, PLAN_KINDS, at).length > 0);
  return [...outstanding(state, at).map(({ participantId }) => participantId), ...open];
}

/** With the course ends what was still to be sent; if the plan is opened again, it is sent anew to whoever may have it then. */
export function heldBackDeliveries(state: PlanState): PlanEvent[] {
  return Object.values(state.deliveries)
    .filter(({ status }) => status === 'queued')
    .map(({ version, participantId, channel }) => ({
      type: 'deliveryRecorded',
      version,
      participantId,
      status: 'withheld',
      channel,
      note: 'planEnded',
    }));
}

/** Never sent, or held back for want of a right at the moment of sending. */
function isUnsent(state: PlanState, version: number, participantId: string): boolean {
  const delivery = state.deliveries[deliveryKey(version, participantId)];
  return delivery === undefined || delivery.status === 'withheld';
}

function outstanding(state: PlanState, at: Instant): DeliveryOrder[] {
  const version = state.versions.at(-1)?.version;
  if (version === undefined) return [];
  return activeParticipants(state)
    .filter(({ participantId }) => isUnsent(state, version, participantId) && !isVacant(state, participantId))
    .map(({ participantId, channel }) => ({
      participantId,
      channel,
      kinds: disclosedKinds(state, participantId, PLAN_KINDS, at),
      grantIds: grantsOf(state, participantId).map(({ grantId }) => grantId),
    }))
    .filter(({ kinds }) => kinds.length > 0);
}
