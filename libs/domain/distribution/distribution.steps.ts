import type { Instant } from '../calendar/index.js';
import type { InformationKind } from '../consent/consent.types.js';
import { grantsOf } from '../consent/grants.js';
import type { Awaited, DueStep } from '../deadline/awaited.types.js';
import { deadlineAfter } from '../deadline/period.js';
import { isOnHold } from '../deadline/holds.js';
import { disclosedKinds } from '../disclosure/may-disclose.js';
import { activeParticipants } from '../participants/participants.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { type DeliveryOrder, deliveryKey } from './distribution.types.js';

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
  return [{ step: 'distributeVersion', ref, key: `distributeVersion:${ref}`, at: newest.lockedAt }];
}

export function distributeVersion(state: PlanState, at: Instant): PlanEvent[] {
  const newest = state.versions.at(-1);
  if (newest === undefined) return [];
  const orders = outstanding(state, at);
  return orders.length === 0 ? [] : [{ type: 'versionDistributed', version: newest.version, orders }];
}

/** Letters to post and words to bring are owed by the coordinator until somebody records that it was done. */
export function distributionAwaits(state: PlanState): Awaited[] {
  const newest = state.versions.at(-1)?.version;
  return Object.values(state.deliveries)
    .filter(({ version, status, channel }) => version === newest && status === 'queued' && channel !== 'mail')
    .filter(
      ({ participantId }) => disclosedKinds(state, participantId, PLAN_KINDS, state.updatedAt).length > 0,
    )
    .map(({ version, participantId, attempt, since }) => ({
      ref: `deliveryMade:${deliveryKey(version, participantId)}:${attempt}`,
      kind: 'deliveryMade',
      from: { kind: 'coordinator' },
      since,
      deadline: deadlineAfter(since, state.policy.letterWithin, state.policy),
      clock: 'duty',
    }));
}

/** Whether anybody has not got the newest version yet, as far as it can be known. */
export function isDistributing(state: PlanState): boolean {
  const newest = state.versions.at(-1)?.version;
  if (newest === undefined) return false;
  return (
    outstanding(state, state.updatedAt).length > 0 ||
    Object.values(state.deliveries).some(
      ({ version, status }) => version === newest && (status === 'queued' || status === 'failed'),
    )
  );
}

function outstanding(state: PlanState, at: Instant): DeliveryOrder[] {
  const version = state.versions.at(-1)?.version;
  if (version === undefined) return [];
  return activeParticipants(state)
    .filter(({ participantId }) => state.deliveries[deliveryKey(version, participantId)] === undefined)
    .map(({ participantId, channel }) => ({
      participantId,
      channel,
      kinds: disclosedKinds(state, participantId, PLAN_KINDS, at),
      grantIds: grantsOf(state, participantId).map(({ grantId }) => grantId),
    }))
    .filter(({ kinds }) => kinds.length > 0);
}
