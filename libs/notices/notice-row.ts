import type { Instant } from '../domain/calendar/index.js';
import type { Notice } from '../domain/notice/notice.types.js';

/** A notice as it stands in the outbox. */
export interface NoticeRow extends Notice {
  readonly id: string;
  readonly planId: string;
  /** The access link that it brings; null for every other notice. */
  readonly accessLinkId: string | null;
  /** How often it was tried and did not go. */
  readonly attempts: number;
  /** When it was claimed or, once its sending has begun, when that was. */
  readonly claimedAt: Instant;
}

/** The columns of a `NoticeRow`. */
export const NOTICE_COLUMNS = `id, key, plan_id AS "planId", kind, recipient, discloses, ref,
  meeting_id AS "meetingId", sequence, entry_sequence AS "entrySequence", version,
  access_link_id AS "accessLinkId", attempts, claimed_at AS "claimedAt"`;

/** The participant that a notice goes to; null if it goes to somebody in another capacity. */
export function participantIdOf({ recipient }: Notice): string | null {
  return recipient.kind === 'participant' ? recipient.participantId : null;
}
