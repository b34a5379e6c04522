import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { GatheringRequestView } from '../../../../libs/record/read/gathering.read.js';
import type { ParticipantView } from '../../../../libs/record/read/participants.read.js';

/** The newest question to a party that was not taken back. */
export function newestRequest(
  requests: readonly GatheringRequestView[],
  participantId: string,
): GatheringRequestView | undefined {
  return requests
    .filter((request) => request.participantId === participantId && request.status !== 'withdrawn')
    .toSorted((a, b) => b.round - a.round)[0];
}

/** The party for which the reader answers, if it was asked. */
export function askedParty(
  { own, participants, endedAt }: PlanHead,
  requests: readonly GatheringRequestView[],
): ParticipantView | null {
  if (endedAt !== null) return null;
  const asked = participants.filter(
    ({ participantId }) =>
      own.includes(participantId) && newestRequest(requests, participantId) !== undefined,
  );
  return asked[0] ?? null;
}
