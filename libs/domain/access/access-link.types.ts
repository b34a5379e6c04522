import type { Instant } from '../calendar/index.js';

/**
 * What somebody without a sign-in is let do by a link: what notices ask of those who take part, a purpose each. Times are
 * answered and invitations, a gathering, a draft; an agreement is told to be kept; what was sent out is read.
 */
export const LINK_PURPOSES = [
  'readPlan',
  'answerGathering',
  'answerMeeting',
  'answerDraft',
  'reportAgreement',
] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** Whom a link is for and what for: one participant of one plan, one purpose. */
export interface LinkedTo {
  readonly linkId: string;
  readonly planId: string;
  readonly participantId: string;
  readonly purpose: LinkPurpose;
}

/** An access link as the rules see it; neither its token nor its code is part of that. */
export interface AccessLink extends LinkedTo {
  /** Who it was given to. The participant may be another person by now. */
  readonly personId: string;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  /** When it led to its one session. */
  readonly usedAt: Instant | null;
  /** How often a wrong code was given. */
  readonly wrongCodes: number;
}

/** Why a link cannot be used, a code each. */
export type LinkRefusal =
  | 'ACCESS_LINK.REVOKED'
  | 'ACCESS_LINK.USED'
  | 'ACCESS_LINK.LOCKED'
  | 'ACCESS_LINK.EXPIRED'
  | 'ACCESS_LINK.PLAN_OVER'
  | 'ACCESS_LINK.PERSON_LEFT'
  | 'ACCESS_LINK.NO_CONSENT';

/** Why nobody can be given a link. */
export type LinkGivingRefusal =
  | 'PLAN.ENDED'
  | 'PARTICIPANT.NOT_FOUND'
  | 'PARTICIPANT.REMOVED'
  | 'ACCESS_LINK.HOLDER_LEFT'
  | 'CONSENT.MISSING'
  | 'ACCESS_LINK.SIGNS_IN'
  | 'ACCESS_LINK.NOT_BY_MAIL';
