import { type Instant, maxInstant } from '../calendar/index.js';
import type { Awaited } from '../deadline/awaited.types.js';
import { deadlineOf } from '../deadline/holds.js';
import { deadlineAfter } from '../deadline/period.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import type { PlanState } from '../plan/plan.types.js';
import { countedFromTelling } from '../task/telling-task.js';
import { approversOf, nextVersion } from './draft.js';

/** What drafting waits for: that the draft is sent out, that each answers, and that every agreement ends. */
export function draftingAwaits(state: PlanState): Awaited[] {
  return [...submission(state), ...approvals(state), ...agreements(state)];
}

function submission(state: PlanState): Awaited[] {
  const since = draftOwedSince(state);
  if (since === null || state.submission !== null) return [];
  return [
    {
      ref: `draftSubmission:${nextVersion(state)}:${state.submissionRounds}:${since}`,
      kind: 'draftSubmission',
      from: { kind: 'coordinator' },
      since,
      deadline: deadlineAfter(since, state.policy.draftSubmissionWithin, state.policy),
      clock: 'duty',
    },
  ];
}

/** The first draft is owed from the first meeting, later ones from the day the work on them began. */
function draftOwedSince(state: PlanState): Instant | null {
  if (!state.open) return null;
  if (state.draftOpenedAt !== null)
    return maxInstant(state.draftOpenedAt, state.firstHeldAt ?? state.draftOpenedAt);
  return state.firstHeldAt;
}

/** By participant: until when each who has not answered a submitted draft has time for it, holds included. */
export function approvalDeadlines(state: PlanState): Map<string, Instant> {
  return new Map(
    approvals(state).flatMap((awaited) =>
      awaited.from.kind === 'participant'
        ? [[awaited.from.participantId, deadlineOf(awaited, state)] as const]
        : [],
    ),
  );
}

function approvals(state: PlanState): Awaited[] {
  const { submission: sent } = state;
  if (sent === null) return [];
  const entitled = approversOf(state, state.updatedAt);
  return Object.entries(sent.approvals)
    .filter(([, answer]) => answer === null)
    .map(([participantId]): Awaited => ({
      ref: `draftApproval:${sent.version}:${state.submissionRounds}:${participantId}`,
      kind: 'draftApproval',
      from: { kind: 'participant', participantId },
      since: sent.submittedAt,
      deadline: sent.deadline,
      clock: 'duty',
      dormant: !entitled.includes(participantId),
    }))
    .map((approval) =>
      countedFromTelling(state, approval, (toldAt) =>
        deadlineAfter(toldAt, state.policy.draftApprovalWithin, state.policy),
      ),
    );
}

/** Whoever is gone, or may not be told, cannot keep an agreement: then it is the coordinator's to settle. */
function agreements(state: PlanState): Awaited[] {
  return Object.values(state.agreements).flatMap((agreement): Awaited[] => {
    const { agreementId, responsibleParticipantId, bindingSince, deadline, outcome } = agreement;
    if (outcome !== null || bindingSince === null) return [];
    return [
      {
        ref: `agreementOutcome:${agreementId}`,
        kind: 'agreementOutcome',
        from: mayKnow(state, responsibleParticipantId, state.updatedAt)
          ? { kind: 'participant', participantId: responsibleParticipantId }
          : { kind: 'coordinator' },
        since: bindingSince,
        deadline: maxInstant(deadline, bindingSince),
        clock: 'duty',
      },
    ];
  });
}
