import type { Instant } from '../calendar/index.js';
import { isProvisional } from '../confirmation/matters.js';
import { isDead } from '../death/deaths.js';
import type { PlanState } from '../plan/plan.types.js';
import { isMinor } from './custody.js';
import type { Participant, ParticipantRole } from './participant.types.js';

/** Roles in which somebody has a say of their own in what the citizen would decide: confirmed by a second person. */
export function isOfASay(role: ParticipantRole): boolean {
  return role === 'custodyHolder' || role === 'guardian';
}

/** Whether a part counts: that of somebody who has a say does so once it is confirmed. */
export function stands(state: Pick<PlanState, 'provisional'>, { participantId }: Participant): boolean {
  return !isProvisional(state, 'part', participantId);
}

/** Whether somebody who takes part has a say of their own at an instant: nobody else ends it. */
export function hasSay(state: PlanState, participant: Participant, at: Instant): boolean {
  const { role, personId, removedAt } = participant;
  if (removedAt !== null || !isOfASay(role) || isDead(state, personId)) return false;
  return stands(state, participant) && (role === 'guardian' || isMinor(state, at));
}
