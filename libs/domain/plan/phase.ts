import { isOnHold } from '../deadline/holds.js';
import { isDistributing } from '../distribution/distribution.steps.js';
import { basisSince, consentNeeders } from '../consent/grants.js';
import type { Phase, PlanState } from './plan.types.js';

/** The one word for where a plan stands, though its duties overlap: the first thing that is not yet done. */
export function phaseOf(state: PlanState): Phase {
  if (state.ended !== null) return 'ended';
  if (isOnHold(state)) return 'onHold';
  if (state.citizenAnswer !== 'yes') return 'awaitingCitizen';
  if (asksConsentAnew(state)) return 'consent';
  if (state.submission !== null) return 'approval';
  if (!state.open) return isDistributing(state) ? 'distribution' : 'followUp';
  if (state.heldCount > 0 || state.versions.length > 0) return 'drafting';
  const reached = consentNeeders(state).some(
    ({ participantId }) => basisSince(state, participantId) !== null,
  );
  if (!reached) return 'consent';
  const meetings = Object.values(state.meetings);
  if (meetings.some(({ status }) => status === 'proposed' || status === 'fixed')) return 'convening';
  const requests = Object.values(state.gatheringRequests);
  const gathering = requests.length === 0 || requests.some(({ answer }) => answer === null);
  return gathering ? 'gathering' : 'convening';
}

/** A plan that was opened again goes on with consent where nobody may know of it any more and somebody is to be asked. */
function asksConsentAnew(state: PlanState): boolean {
  if (state.reopenedAt === null) return false;
  const needers = consentNeeders(state).map(({ participantId }) => participantId);
  return (
    needers.every((participantId) => basisSince(state, participantId) === null) &&
    needers.some((participantId) => state.settled[participantId] === undefined)
  );
}
