import { addYears, copenhagenDate, copenhagenInstant, type Instant } from '../calendar/index.js';
import type { PlanState } from '../plan/plan.types.js';
import { custodyHolders } from './custody.js';
import { activeParticipants, isCitizen } from './participants.js';
import type { Participant } from './participant.types.js';

/** The years by which one comes to consent to treatment and disclosure before one comes of age: at 15 instead of 18. */
const YEARS_BEFORE_OF_AGE = 3;

/** Whether the citizen answers and consents for themself at an instant: from 15 years on (sundhedsloven § 17). */
export function answersForThemself(
  { citizenOfAgeAt }: Pick<PlanState, 'citizenOfAgeAt'>,
  at: Instant,
): boolean {
  if (citizenOfAgeAt === null) return true;
  const fifteenth = addYears(copenhagenDate(citizenOfAgeAt), -YEARS_BEFORE_OF_AGE);
  return at >= copenhagenInstant(fifteenth, '00:00');
}

/**
 * Who speaks for the citizen at an instant, so who is asked what the citizen would be asked: the citizen from 15 years on;
 * for a younger child the custody holders who take part, and the child if none does.
 */
export function speakersForCitizen(state: PlanState, at: Instant): Participant[] {
  const holders = answersForThemself(state, at) ? [] : byName(custodyHolders(state));
  return holders.length > 0
    ? holders
    : activeParticipants(state).filter((one) => isCitizen(one.participantId));
}

/** A state that was stored has its keys in another order. */
function byName(participants: readonly Participant[]): Participant[] {
  return [...participants].sort((a, b) => (a.participantId < b.participantId ? -1 : 1));
}
