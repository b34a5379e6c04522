import type { Meeting } from '../domain/meeting/meeting.types.js';
import type { Notice } from '../domain/notice/notice.types.js';
import type { PlanState } from '../domain/plan/plan.types.js';

/** The meeting that a notice is about; a reminder names it only by the answer that it waits for. */
export function noticedMeeting(state: PlanState, { meetingId, ref }: Notice): Meeting | null {
  if (meetingId !== null) return state.meetings[meetingId] ?? null;
  if (ref === null) return null;
  const meetings = Object.values(state.meetings);
  return meetings.find((meeting) => ref.startsWith(`invitationResponse:${meeting.meetingId}:`)) ?? null;
}
