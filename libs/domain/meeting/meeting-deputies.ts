import type { Instant } from '../calendar/index.js';
import { activeParties } from '../participants/participants.js';
import type { Participant } from '../participants/participant.types.js';
import { ensure } from '../plan/errors.js';
import type { PlanState } from '../plan/plan.types.js';
import { type Employment, standingOf, stands } from '../standing/standing.js';

/** Somebody who comes to one meeting instead of whoever answers for an authority. */
export interface MeetingDeputy {
  readonly meetingId: string;
  readonly participantId: string;
  readonly personId: string;
  /** Until the meeting is over. */
  readonly until: Instant;
}

/** Who comes instead of somebody to a meeting that is fixed and not over. */
export function meetingDeputies(state: Pick<PlanState, 'meetings' | 'participants'>): MeetingDeputy[] {
  const parties = new Set(activeParties(state).map(({ participantId }) => participantId));
  return Object.values(state.meetings).flatMap(({ meetingId, status, to, invitations }) => {
    if (status !== 'fixed' || to === null) return [];
    return Object.entries(invitations).flatMap(([participantId, { deputyPersonId }]) =>
      deputyPersonId === null || !parties.has(participantId)
        ? []
        : [{ meetingId, participantId, personId: deputyPersonId, until: to }],
    );
  });
}

/** The authorities for which somebody comes to a meeting instead, at an instant, while they work there. */
export function deputisedParties(
  state: Pick<PlanState, 'meetings' | 'participants'>,
  personId: string,
  employment: Employment,
  at: Instant,
): string[] {
  const own = meetingDeputies(state).filter((one) => one.personId === personId && at < one.until);
  return own
    .map(({ participantId }) => participantId)
    .filter((participantId) => {
      const participant = state.participants[participantId];
      return participant !== undefined && stands(standingOf(participant), employment);
    });
}

/**
 * Checks that somebody may come to a meeting instead of a participant: only a colleague of who comes for an authority, whom its
 * consent reaches as well.
 * @throws DomainError MEETING.DEPUTY_FROM_ELSEWHERE
 */
export function checkMeetingDeputy(
  { role, organisationId, personId }: Participant,
  deputyPersonId: string,
  worksIn: readonly string[],
): void {
  const standing = standingOf({ role, organisationId });
  const isColleague =
    standing.for === 'authority' && deputyPersonId !== personId && stands(standing, { worksIn, roles: [] });
  ensure(isColleague, 'MEETING.DEPUTY_FROM_ELSEWHERE', {
    field: 'deputyPersonId',
    expected: 'a colleague who works in the organisation of the participant',
  });
}
