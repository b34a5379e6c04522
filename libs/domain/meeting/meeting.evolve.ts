import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Meeting, MeetingEvent } from './meeting.types.js';

export const meetingEvolvers: EvolversOf<MeetingEvent> = {
  meetingProposed: (state, { meetingId, kind, options, answerBy }, at) =>
    put(state, { ...blank(meetingId, kind), options, proposedAt: at, answerBy }),
  proposalAnswered: (state, { meetingId, participantId }) =>
    change(state, meetingId, (meeting) => ({
      ...meeting,
      answered: [...meeting.answered.filter((id) => id !== participantId), participantId],
    })),
  meetingFixed(state, { meetingId, kind, from, to, chairParticipantId }, at) {
    const before = state.meetings[meetingId] ?? blank(meetingId, kind);
    return put(state, { ...before, status: 'fixed', from, to, chairParticipantId, fixedAt: at });
  },
  participantsInvited: (state, { meetingId, sequence, participantIds, respondBy, entrySequences }, at) =>
    change(state, meetingId, (meeting) => ({
      ...meeting,
      invitations: {
        ...meeting.invitations,
        ...Object.fromEntries(
          participantIds.map((participantId) => [
            participantId,
            {
              sequence,
              ...entrySequenceIn(entrySequences, participantId),
              invitedAt: at,
              respondBy,
              response: null,
              deputyPersonId: null,
              round: meeting.invitationRounds,
            },
          ]),
        ),
      },
      invitationRounds: meeting.invitationRounds + 1,
    })),
  invitationWithdrawn: (state, { meetingId, participantId, sequence }) =>
    change(state, meetingId, (meeting) => ({
      ...meeting,
      entrySequences: { ...meeting.entrySequences, [participantId]: sequence },
      invitations: Object.fromEntries(
        Object.entries(meeting.invitations).filter(([id]) => id !== participantId),
      ),
    })),
  invitationAnswered: (state, { meetingId, participantId, response, deputyPersonId, repliedAt }, at) =>
    change(state, meetingId, (meeting) => {
      const invitation = meeting.invitations[participantId];
      if (invitation === undefined) return meeting;
      return {
        ...meeting,
        invitations: {
          ...meeting.invitations,
          [participantId]: { ...invitation, response, deputyPersonId, answeredAt: repliedAt ?? at },
        },
      };
    }),
  meetingDeputyLeft: (state, { meetingId, participantId }) =>
    change(state, meetingId, (meeting) => {
      const invitation = meeting.invitations[participantId];
      if (invitation === undefined) return meeting;
      const { answeredAt: _, ...unanswered } = { ...invitation, response: null, deputyPersonId: null };
      return { ...meeting, invitations: { ...meeting.invitations, [participantId]: unanswered } };
    }),
  agendaSent: (state, { meetingId }) =>
    change(state, meetingId, (meeting) => ({ ...meeting, agendaSent: true })),
  meetingMoved: (state, { meetingId, from, to, sequence }, at) =>
    change(state, meetingId, (meeting) => ({ ...meeting, from, to, sequence, fixedAt: at })),
  meetingCancelled: (state, { meetingId, sequence, afterDeath }, at) => ({
    ...change(state, meetingId, (meeting) => ({
      ...meeting,
      status: 'cancelled',
      sequence,
      ...(afterDeath === true && { afterDeath }),
      invitations: {},
      options: [],
      answered: [],
    })),
    convenedAnewAt: at,
  }),
  requiredRolesChecked: (state, { meetingId, sequence }) =>
    change(state, meetingId, (meeting) => ({ ...meeting, rolesCheckedSequence: sequence })),
  attendanceRecorded(state, { meetingId, notHeld }, at) {
    const first = state.meetings[meetingId]?.status !== 'held';
    const recorded = change(state, meetingId, (meeting) => ({
      ...meeting,
      status: notHeld === true ? 'cancelled' : 'held',
      attendanceRecorded: true,
      guests: meeting.guests ?? Object.keys(meeting.invitations),
      invitations: {},
      options: [],
      answered: [],
    }));
    if (notHeld === true) return { ...recorded, convenedAnewAt: at };
    if (!first) return recorded;
    return { ...recorded, heldCount: state.heldCount + 1, firstHeldAt: state.firstHeldAt ?? at };
  },
  minutesRecorded: (state, { meetingId }) =>
    change(state, meetingId, (meeting) => ({ ...meeting, minutesRecorded: true })),
};

function entrySequenceIn(
  entrySequences: Readonly<Record<string, number>> | undefined,
  participantId: string,
): { entrySequence?: number } {
  const entrySequence = entrySequences?.[participantId];
  return entrySequence === undefined ? {} : { entrySequence };
}

function blank(meetingId: string, kind: Meeting['kind']): Meeting {
  return {
    meetingId,
    kind,
    status: 'proposed',
    options: [],
    proposedAt: null,
    answerBy: null,
    answered: [],
    from: null,
    to: null,
    sequence: 0,
    fixedAt: null,
    chairParticipantId: null,
    invitations: {},
    agendaSent: false,
    attendanceRecorded: false,
    minutesRecorded: false,
    rolesCheckedSequence: null,
    invitationRounds: 0,
  };
}

function change(state: PlanState, meetingId: string, how: (meeting: Meeting) => Meeting): PlanState {
  const meeting = state.meetings[meetingId];
  return meeting === undefined ? state : put(state, how(meeting));
}

function put(state: PlanState, meeting: Meeting): PlanState {
  return { ...state, meetings: { ...state.meetings, [meeting.meetingId]: meeting } };
}
