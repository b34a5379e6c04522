import type { Instant } from '../calendar/index.js';
import { isDead } from '../death/deaths.js';
import type { PlanState } from '../plan/plan.types.js';
import { activeParticipants } from './participants.js';
import type { Participant } from './participant.types.js';

/** Whether somebody else holds custody of the citizen at an instant: under 18 years (forældreansvarsloven § 1). */
export function isMinor({ citizenOfAgeAt }: Pick<PlanState, 'citizenOfAgeAt'>, at: Instant): boolean {
  return citizenOfAgeAt !== null && at < citizenOfAgeAt;
}

/** Those who hold custody and live, as the plan has them; whether they still do is a question of the moment. */
export function custodyHolders(state: PlanState): Participant[] {
  return activeParticipants(state).filter(
    ({ role, personId }) => role === 'custodyHolder' && !isDead(state, personId),
  );
}
