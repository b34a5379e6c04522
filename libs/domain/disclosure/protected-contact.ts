import type { ParticipantRole } from '../participants/participant.types.js';

/** What of a participant counts for whether a plan tells how to reach them. */
export interface Reached {
  readonly role: ParticipantRole;
  readonly protectedIdentity: boolean;
  /** Whether they sign in themselves: by a sign-in of their own, or by a citizen's number. */
  readonly signsIn: boolean;
}

/**
 * Whether a plan tells those who see all of it how a participant is reached. Of who has name and address protection
 * (CPR-loven § 28) and signs in themselves it does not, unless it is their own plan: a coordinator adds participants alone,
 * so that a part in a plan proves nothing, and who signs in needs nobody to write to them.
 */
export function tellsHowReached({ role, protectedIdentity, signsIn }: Reached): boolean {
  return role === 'citizen' || !protectedIdentity || !signsIn;
}
