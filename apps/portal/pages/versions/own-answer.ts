import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { ApprovalView, VersionView } from '../../../../libs/record/read/drafting.read.js';

/** The reader's own part in the approval of a version; null for who is not asked. */
export function ownAnswer(head: PlanHead, { approvals }: VersionView): ApprovalView | null {
  const own = approvals.filter(({ participantId }) => head.own.includes(participantId));
  return own.find(({ answer }) => answer === null) ?? own[0] ?? null;
}

/** The participant for whom the reader is asked to approve a version now; null if nobody waits for it. */
export function askedAs(head: PlanHead, version: VersionView): string | null {
  if (version.status !== 'submitted' || head.endedAt !== null || !head.permits('approveDraft')) return null;
  const own = ownAnswer(head, version);
  return own?.answer === null ? own.participantId : null;
}

/** For whom an answer is taken: also a no to a draft that another no sent back while this one was written. */
export function answersAs(head: PlanHead, version: VersionView, answer: string | null): string | null {
  if (version.status !== 'returned' || answer !== 'no') return askedAs(head, version);
  const own = head.endedAt === null && head.permits('objectToDraft') ? ownAnswer(head, version) : null;
  return own?.answer === null ? own.participantId : null;
}
