import type { InformationKind } from '../consent/consent.types.js';

/** Everything that the plan tells somebody, each with one neutral text in every language. */
export const NOTICE_KINDS = [
  'citizenQuestion',
  'consentRenewal',
  'consentConfirmation',
  'consentChanged',
  'sayChanged',
  'partEnded',
  'confirmationAsked',
  'gatheringRequest',
  'gatheringReminder',
  'meetingProposal',
  'proposalReminder',
  'meetingInvitation',
  'meetingChange',
  'meetingCancellation',
  'meetingDeputy',
  'invitationReminder',
  'agenda',
  'approvalRequest',
  'approvalReminder',
  'approvalRecorded',
  'versionReady',
  'agreementReminder',
  'requestMade',
  'requestAnswered',
  'handoverProposal',
  'handoverReminder',
  'coordinationGiven',
  'deputyAppointed',
  'deputyBegun',
  'deputyEnded',
  'coordinatorNamed',
  'coordinatorMissing',
  'courseEnded',
  'coordinatorReminder',
  'coordinatorTold',
  'teamLeaderTold',
  'partyLeaderTold',
  'representativeMissing',
  'taskRaised',
  'accessLink',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What is said because somebody has not done something yet; it can wait for the next working day. */
export const REMINDER_KINDS: readonly NoticeKind[] = [
  'citizenQuestion',
  'consentRenewal',
  'gatheringReminder',
  'proposalReminder',
  'invitationReminder',
  'approvalReminder',
  'agreementReminder',
  'handoverReminder',
  'coordinatorReminder',
  'coordinatorTold',
  'teamLeaderTold',
  'partyLeaderTold',
];

/** Who is told. People are looked up when it is sent, not when it is written. */
export type NoticeRecipient =
  | { readonly kind: 'participant'; readonly participantId: string }
  | { readonly kind: 'coordinator' }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'teamLeader' }
  | { readonly kind: 'partyLeader'; readonly participantId: string };

/**
 * What became of a notice: a mail server's yes or its refusal, also one that came later as a report (RFC 3464); that it
 * may have been sent or not; the report that it reached the recipient's mailbox; or that it was held back.
 */
export type NoticeOutcome = 'accepted' | 'delivered' | 'failed' | 'uncertain' | 'withheld';

/** One thing to tell one recipient. It carries references only; what it may say is decided when it is sent. */
export interface Notice {
  /** Unique over all plans: plan, occasion, occurrence, recipient. Sending it twice is sending it once. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly recipient: NoticeRecipient;
  /** The kind of information that its sending discloses; null for staff of the plan itself. */
  readonly discloses: InformationKind | null;
  /** What must still be awaited for the notice to stand; null if it stands in any case. */
  readonly ref: string | null;
  readonly meetingId: string | null;
  /** The meeting's sequence that it tells of. */
  readonly sequence: number | null;
  /** The SEQUENCE (RFC 5545) that its calendar entry carries; `sequence` if unknown, as in older notices. */
  readonly entrySequence?: number | null;
  readonly version: number | null;
}
