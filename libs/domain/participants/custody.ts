import type { Instant } from '../calendar/index.js';
import { isDead } from '../death/deaths.js';
import type { PlanState } from '../plan/plan.types.js';
import { isProvisional } from '../confirmation/matters.js';
import { activeParticipants } from './participants.js';
import type { Participant } from './participant.types.js';

/** Whether somebody else holds custody of the citizen at an instant: under 18 years (forældreansvarsloven § 1). */
export function isMinor({ citizenOfAgeAt }: Pick<PlanState, 'citizenOfAgeAt'>, at: Instant): boolean {
  return citizenOfAgeAt !== null && at < citizenOfAgeAt;
}

/**
 * Those who hold custody and live, as the plan has them and a second person confirmed; whether they still do is a question of
 * the moment.
 */
export function custodyHolders(state: PlanState): Participant[] {
  return saidToHoldCustody(state).filter(
    ({ participantId, personId }) => !isProvisional(state, 'part', participantId) && !isDead(state, personId),
  );
}

/** Everybody who takes part as a custody holder, also who is not confirmed yet, or has died. */
export function saidToHoldCustody(state: PlanState): Participant[] {
  return activeParticipants(state).filter(({ role }) => role === 'custodyHolder');
}
