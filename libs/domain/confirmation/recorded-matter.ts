import { deadlineAfter } from '../deadline/period.js';
import type { Given } from '../plan/actor.js';
import type { Policy } from '../plan/policy.types.js';
import type { ConfirmationEvent, Matter, Seen } from './confirmation.types.js';
import { confirmationId } from './matters.js';

/** What a matter is about, and whether it counts at once. */
interface Recorded {
  readonly matter: Matter;
  readonly subjectId: string;
  readonly participantId: string | null;
  readonly countsAlready?: boolean;
  readonly seen?: Seen | null;
  readonly reason?: string | null;
}

/** The event by which a matter is on record as one person's word. What counts already stands before the leader sooner. */
export function recordedMatter(policy: Policy, recorded: Recorded, { actor, at }: Given): ConfirmationEvent {
  const { matter, subjectId, participantId, countsAlready = false, seen = null, reason = null } = recorded;
  const within = countsAlready
    ? (policy.urgentConfirmationWithin ?? { workingDays: 1 })
    : policy.consentConfirmationWithin;
  return {
    type: 'matterRecorded',
    confirmationId: confirmationId(matter, subjectId),
    matter,
    subjectId,
    participantId,
    recordedBy: actor.kind === 'person' ? actor.personId : 'process',
    confirmBy: deadlineAfter(at, within, policy),
    countsAlready,
    seen,
    reason,
  };
}
