import type { GrantedKind, Purpose } from '../consent/consent.types.js';

export interface DisclosureQuestion {
  readonly participantId: string;
  readonly kind: GrantedKind;
  readonly purpose: Purpose;
  readonly at: string;
}

/** Why somebody may or may not have a piece of information. */
export type DisclosureReason =
  | 'ownInformation'
  | 'custodyHolder'
  | 'custodyEnded'
  | 'consent'
  | 'statutoryBasis'
  | 'notAParticipant'
  | 'participantRemoved'
  | 'partUnconfirmed'
  | 'noConsent'
  | 'kindNotCovered'
  | 'consentProvisional'
  | 'consentNotBegun'
  | 'consentOver'
  | 'refused'
  /** The citizen has died: no consent of theirs opens anything, and nobody holds custody. */
  | 'citizenDied'
  /** The recipient has died. */
  | 'recipientDied';

export interface DisclosureAnswer {
  readonly allowed: boolean;
  readonly reason: DisclosureReason;
  /** The grant or recorded basis that it rests on. */
  readonly restsOn: string | null;
}
