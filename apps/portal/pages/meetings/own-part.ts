import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { VisibleMeeting } from '../../../../libs/reading/visible-parts.js';
import type { InvitationView, OptionAnswersView } from '../../../../libs/record/read/meetings.read.js';

/** The reader's own invitation to a meeting; null for who is not invited, or not any more. */
export function ownInvitation({ own }: PlanHead, { invitations }: VisibleMeeting): InvitationView | null {
  return (
    invitations.find(
      ({ participantId, withdrawnAt }) => own.includes(participantId) && withdrawnAt === null,
    ) ?? null
  );
}

/** Whether the reader can answer an invitation to a meeting now. */
export function canRespond(head: PlanHead, meeting: VisibleMeeting): boolean {
  if (head.endedAt !== null || !head.permits('respondToInvitation')) return false;
  const ahead = meeting.to !== null && head.at < meeting.to;
  return meeting.status === 'fixed' && ahead && ownInvitation(head, meeting) !== null;
}

/** Whether the reader can say which of the proposed times suit. */
export function canAnswerTimes(head: PlanHead, { status, options }: VisibleMeeting): boolean {
  if (head.endedAt !== null || !head.permits('answerProposal')) return false;
  return status === 'proposed' && options.length > 0 && head.own.length > 0;
}

/** What the reader answered about the proposed times. */
export function ownTimes({ own }: PlanHead, { optionAnswers }: VisibleMeeting): OptionAnswersView | null {
  return optionAnswers.find(({ participantId }) => own.includes(participantId)) ?? null;
}
