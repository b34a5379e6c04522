import type { Instant } from '../calendar/index.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import type { ParticipantRole } from '../participants/participant.types.js';
import type { PlanState } from '../plan/plan.types.js';
import { type Employment, standingOf, stands } from '../standing/standing.js';
import type { AccessLink, LinkGivingRefusal, LinkRefusal } from './access-link.types.js';

/** After so many wrong codes a link is dead: of a million codes an intercepted mail gets so many tries. */
export const WRONG_CODES = 5;

/** How long a session that began with a link lasts at most, in minutes: long enough to read and answer once. */
export const LINK_SESSION_MINUTES = 60;

/** Roles that speak for the citizen, see everything, and have a sign-in of their own as everybody in Denmark has. */
const NEVER_BY_LINK: readonly ParticipantRole[] = ['citizen', 'custodyHolder'];

/** What of the person counts who a link is for. */
export interface LinkHolder {
  /** Whether they can sign in themselves, which is the safer way. */
  readonly signsIn: boolean;
  readonly employment: Employment;
}

/**
 * Whether somebody can be given a link, at an instant.
 * @returns Why not, or null.
 */
export function givingRefusal(
  state: PlanState,
  participantId: string,
  { signsIn, employment }: LinkHolder,
  at: Instant,
): LinkGivingRefusal | null {
  const participant = state.participants[participantId];
  if (participant === undefined) return 'PARTICIPANT.NOT_FOUND';
  if (participant.removedAt !== null) return 'PARTICIPANT.REMOVED';
  if (state.ended !== null) return 'PLAN.ENDED';
  if (!stands(standingOf(participant), employment)) return 'ACCESS_LINK.HOLDER_LEFT';
  if (signsIn || NEVER_BY_LINK.includes(participant.role)) return 'ACCESS_LINK.SIGNS_IN';
  if (!mayKnow(state, participantId, at)) return 'CONSENT.MISSING';
  return participant.channel === 'mail' ? null : 'ACCESS_LINK.NOT_BY_MAIL';
}

/**
 * Whether a link may be opened, at an instant: it leads to one session, in its time, for who it was given to.
 * @param state The plan; null for one that was erased.
 * @returns Why not, or null.
 */
export function openingRefusal(
  link: AccessLink,
  state: PlanState | null,
  employment: Employment,
  at: Instant,
): LinkRefusal | null {
  return spentRefusal(link, at) ?? standingRefusal(link, state, employment, at);
}

/**
 * Whether a link is dead by itself, whatever its plan is like: so it stays, and nothing need be held to say so.
 * @returns Why, or null.
 */
export function spentRefusal(link: AccessLink, at: Instant): LinkRefusal | null {
  if (link.revokedAt !== null) return 'ACCESS_LINK.REVOKED';
  if (link.usedAt !== null) return 'ACCESS_LINK.USED';
  if (link.wrongCodes >= WRONG_CODES) return 'ACCESS_LINK.LOCKED';
  return at >= link.expiresAt ? 'ACCESS_LINK.EXPIRED' : null;
}

/**
 * Whether what a link stands for still holds, at an instant, asked again at every click of its session: the plan goes
 * on, the person takes part in it and still works where they take part for, and a consent or another basis reaches them.
 * @param employment Where the person works whom the link was given to.
 * @returns Why not, or null.
 */
export function standingRefusal(
  link: AccessLink,
  state: PlanState | null,
  employment: Employment,
  at: Instant,
): LinkRefusal | null {
  if (link.revokedAt !== null) return 'ACCESS_LINK.REVOKED';
  if (state === null || state.ended !== null) return 'ACCESS_LINK.PLAN_OVER';
  const participant = state.participants[link.participantId];
  if (participant === undefined || participant.removedAt !== null) return 'ACCESS_LINK.PERSON_LEFT';
  if (participant.personId !== link.personId) return 'ACCESS_LINK.PERSON_LEFT';
  if (!stands(standingOf(participant), employment)) return 'ACCESS_LINK.PERSON_LEFT';
  return mayKnow(state, link.participantId, at) ? null : 'ACCESS_LINK.NO_CONSENT';
}
