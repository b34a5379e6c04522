import { copenhagenDate, type Instant, minInstant } from '../calendar/index.js';
import { deadlineAfter, endOfDay } from '../deadline/period.js';
import { citizenDied } from '../death/deaths.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { activeParticipant } from '../participants/participants.js';
import { CITIZEN } from '../participants/participant.types.js';
import type { Given } from '../plan/actor.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure, required, requiredIn } from '../plan/errors.js';
import type { EventOf, PlanState } from '../plan/plan.types.js';
import { raiseTaskOnce } from '../task/raise-task.js';
import { entrySequenceOf, ownEntrySequences } from './entry-sequence.js';
import { checkMeetingDeputy } from './meeting-deputies.js';
import { isUpcoming, meetingRef, uninvited } from './meeting.steps.js';
import type {
  Attendance,
  Invitation,
  InvitationWish,
  Meeting,
  MeetingCommand,
  MeetingKind,
} from './meeting.types.js';

type TaskRaised = EventOf<'taskRaised'>;

export const meetingDeciders: DecidersOf<MeetingCommand> = {
  proposeMeeting(state, command, { at }) {
    const { meetingId, kind, options, answerBy, mode, place } = command;
    ensure(state.meetings[meetingId] === undefined, 'MEETING.ALREADY_EXISTS', { field: 'meetingId' });
    ensure(options.length > 0, 'MEETING.OPTIONS_MISSING', {
      field: 'options',
      expected: 'at least one time',
    });
    ensure(
      new Set(options.map((option) => option.optionId)).size === options.length,
      'MEETING.OPTIONS_MISSING',
      {
        field: 'options',
        expected: 'an optionId of its own for each time',
      },
    );
    options.forEach((option, index) => {
      checkTimes(state, kind, option, at, `options.${index}`);
    });
    ensure(answerBy === null || answerBy >= copenhagenDate(at), 'MEETING.IN_THE_PAST', { field: 'answerBy' });
    const deadline =
      answerBy === null
        ? deadlineAfter(at, state.policy.proposalAnswerWithin, state.policy)
        : endOfDay(answerBy);
    const earliest = minInstant(deadline, ...options.map((option) => option.from));
    return [{ type: 'meetingProposed', meetingId, kind, options, answerBy: earliest, mode, place }];
  },

  answerProposal(state, { meetingId, participantId, answers }, { at }) {
    const meeting = existing(state, meetingId);
    ensure(meeting.status === 'proposed', 'MEETING.NOT_PROPOSED', { field: 'meetingId' });
    mustKnow(state, participantId, at);
    const known = meeting.options.map((option) => option.optionId);
    const strange = Object.keys(answers).find((optionId) => !known.includes(optionId));
    ensure(strange === undefined, 'MEETING.OPTION_UNKNOWN', { field: `answers.${strange ?? ''}` });
    ensure(
      known.every((optionId) => answers[optionId] !== undefined),
      'MEETING.ANSWERS_MISSING',
      {
        field: 'answers',
        expected: 'an answer for every proposed time',
      },
    );
    return [{ type: 'proposalAnswered', meetingId, participantId, answers }];
  },

  fixMeeting(state, command, { at }) {
    const { meetingId, mode, place, chairParticipantId } = command;
    const proposed = state.meetings[meetingId];
    if (proposed !== undefined) checkOpen(proposed);
    ensure(proposed?.status !== 'fixed', 'MEETING.ALREADY_EXISTS', {
      field: 'meetingId',
      expected: 'move it',
    });
    const kind = required(proposed?.kind ?? command.kind, 'MEETING.NOT_PROPOSED', {
      field: 'kind',
      expected: 'the kind of a meeting that was not proposed before',
    });
    const times = timesOf(proposed, command);
    checkTimes(state, kind, times, at, '');
    if (chairParticipantId !== null) checkChair(state, chairParticipantId, at);
    return [{ type: 'meetingFixed', meetingId, kind, ...times, mode, place, chairParticipantId }];
  },

  respondToInvitation(state, command, { at }) {
    const { meetingId, participantId, response, deputyPersonId, worksIn = [], deceased, wish } = command;
    const meeting = fixed(state, meetingId);
    ensure(at < (meeting.to ?? at), 'MEETING.IN_THE_PAST', { field: 'meetingId' });
    const isInvited = meeting.invitations[participantId] !== undefined;
    const isToBeInvited = isUpcoming(meeting, at) && uninvited(state, meeting, at).includes(participantId);
    ensure(isInvited || !isToBeInvited, 'MEETING.NOT_YET_INVITED', { field: 'participantId' });
    ensure(isInvited, 'MEETING.NOT_INVITED', { field: 'participantId' });
    if (deputyPersonId !== null) {
      checkMeetingDeputy(
        activeParticipant(state, participantId),
        deputyPersonId,
        deceased === true ? [] : worksIn,
      );
    }
    return [
      { type: 'invitationAnswered', meetingId, participantId, response, deputyPersonId },
      ...wished(state, meeting, participantId, wish, at),
    ];
  },

  recordInvitationReply(state, command, { at }) {
    const { meetingId, participantId, sequence, response, repliedAt, wish } = command;
    const meeting = fixed(state, meetingId);
    ensure(at < (meeting.to ?? at), 'MEETING.IN_THE_PAST', { field: 'meetingId' });
    const invitation = required(meeting.invitations[participantId], 'MEETING.NOT_INVITED', {
      field: 'participantId',
    });
    if (isOutdated(meeting, invitation, sequence, repliedAt)) {
      return answerNotTaken(state, meeting, participantId, at);
    }
    const answer = { response, deputyPersonId: null, repliedAt: minInstant(repliedAt, at) };
    return [
      ...(response === invitation.response
        ? []
        : [{ type: 'invitationAnswered' as const, meetingId, participantId, ...answer }]),
      ...wished(state, meeting, participantId, wish, at),
    ];
  },

  sendAgenda(state, { meetingId, items }, { at }) {
    const meeting = fixed(state, meetingId);
    ensure(at < (meeting.to ?? at), 'MEETING.IN_THE_PAST', { field: 'meetingId' });
    return [{ type: 'agendaSent', meetingId, items }];
  },

  moveMeeting(state, { meetingId, from, to, mode, place, reason }, { at }) {
    const meeting = fixed(state, meetingId);
    checkNotBegun(meeting, at);
    ensure(meeting.from !== from || meeting.to !== to, 'MEETING.UNCHANGED', { field: 'from' });
    checkTimes(state, meeting.kind, { from, to }, at, '');
    const sequence = meeting.sequence + 1;
    return [{ type: 'meetingMoved', meetingId, from, to, mode, place, reason, sequence }];
  },

  cancelMeeting(state, { meetingId, reason }, { at }) {
    const meeting = existing(state, meetingId);
    checkOpen(meeting);
    checkNotBegun(meeting, at);
    return [cancellation(meeting, reason, citizenDied(state))];
  },

  recordAttendance(state, { meetingId, attendance, withoutCitizenReason }, { at }) {
    const meeting = begun(state, meetingId, at);
    attendance.forEach(({ participantId }, index) => {
      const field = `attendance.${index}.participantId`;
      requiredIn(state.participants, participantId, 'PARTICIPANT.NOT_FOUND', { field });
      ensure(mayHaveCome(state, meeting, participantId, at), 'MEETING.NOT_A_GUEST', {
        field,
        expected: 'somebody who was invited, or who may know of the meeting',
      });
    });
    const citizen = attendance.find(({ participantId }) => participantId === CITIZEN);
    ensure(
      (citizen !== undefined && came(citizen)) || withoutCitizenReason !== null,
      'MEETING.WITHOUT_CITIZEN_NEEDS_REASON',
      {
        field: 'withoutCitizenReason',
        expected: 'why the meeting was held without the citizen',
      },
    );
    const notHeld = meeting.status !== 'held' && !attendance.some(came);
    return [
      {
        type: 'attendanceRecorded',
        meetingId,
        attendance,
        withoutCitizenReason,
        ...(notHeld ? { notHeld } : {}),
      },
    ];
  },

  recordMinutes(state, { meetingId, minutes }, { at }) {
    begun(state, meetingId, at);
    return [{ type: 'minutesRecorded', meetingId, minutes }];
  },
};

/**
 * Whether an answer is to another time than the one that stands: a mail may be slow. What comes later counts otherwise, since
 * clocks differ and mails overtake each other; only where a program does not say which time it answers, its clock decides
 * (RFC 5546, 2.1.5).
 */
function isOutdated(
  meeting: Meeting,
  invitation: Invitation,
  sequence: number | null,
  repliedAt: Instant,
): boolean {
  if (invitation.sequence !== meeting.sequence) return true;
  const asked = entrySequenceOf(invitation);
  return sequence === null ? asked > 0 && repliedAt < invitation.invitedAt : sequence !== asked;
}

/** What could not be taken stands before a person. */
function answerNotTaken(
  state: PlanState,
  meeting: Meeting,
  participantId: string,
  at: Instant,
): TaskRaised[] {
  const occasion = `${meeting.meetingId}:${meeting.sequence}:${participantId}`;
  return raiseTaskOnce(
    state,
    'calendarAnswerNotTaken',
    occasion,
    { ref: meetingRef(meeting), participantId },
    at,
  );
}

/** A wish is a task until the time changes or the meeting is over. */
function wished(
  state: PlanState,
  meeting: Meeting,
  participantId: string,
  wish: InvitationWish | undefined,
  at: Instant,
): TaskRaised[] {
  if (wish === undefined) return [];
  const kind = wish === 'anotherTime' ? 'newTimeWished' : 'delegationWished';
  const occasion = `${meeting.meetingId}:${meeting.sequence}:${participantId}`;
  return raiseTaskOnce(state, kind, occasion, { ref: meetingRef(meeting), participantId }, at);
}

/** The event that cancels a meeting, naming everyone whose calendar holds it. */
export function cancellation(
  meeting: Meeting,
  reason: string,
  afterDeath: boolean,
): EventOf<'meetingCancelled'> {
  const { meetingId, invitations } = meeting;
  const sequence = meeting.sequence + 1;
  const participantIds = Object.keys(invitations);
  const own = ownEntrySequences(meeting, participantIds, sequence);
  return {
    type: 'meetingCancelled',
    meetingId,
    reason,
    sequence,
    participantIds,
    ...own,
    ...(afterDeath && { afterDeath }),
  };
}

function timesOf(
  proposed: Meeting | undefined,
  command: Extract<MeetingCommand, { type: 'fixMeeting' }>,
): { from: Instant; to: Instant } {
  if (command.optionId !== null) {
    const option = required(
      proposed?.options.find(({ optionId }) => optionId === command.optionId),
      'MEETING.OPTION_UNKNOWN',
      { field: 'optionId' },
    );
    return { from: option.from, to: option.to };
  }
  return {
    from: required(command.from, 'MEETING.OPTIONS_MISSING', {
      field: 'from',
      expected: 'optionId, or from and to',
    }),
    to: required(command.to, 'MEETING.OPTIONS_MISSING', {
      field: 'to',
      expected: 'optionId, or from and to',
    }),
  };
}

function checkTimes(
  state: PlanState,
  kind: MeetingKind,
  times: { from: Instant; to: Instant },
  at: Instant,
  path: string,
): void {
  const field = (name: string): string => (path === '' ? name : `${path}.${name}`);
  ensure(times.from < times.to, 'MEETING.END_BEFORE_START', { field: field('to'), expected: 'after from' });
  ensure(at < times.from, 'MEETING.IN_THE_PAST', { field: field('from'), expected: 'in the future' });
  const notice = kind === 'urgent' ? state.policy.urgentMeetingNotice : state.policy.meetingNotice;
  const earliest =
    notice.minutes === undefined
      ? copenhagenDate(deadlineAfter(at, notice, state.policy))
      : deadlineAfter(at, notice, state.policy);
  const wanted = notice.minutes === undefined ? copenhagenDate(times.from) : times.from;
  ensure(earliest <= wanted, kind === 'urgent' ? 'MEETING.URGENT_TOO_SOON' : 'MEETING.NOTICE_TOO_SHORT', {
    field: field('from'),
    expected: `not before ${earliest}`,
  });
}

function checkChair(state: PlanState, chairParticipantId: string, at: Instant): void {
  activeParticipant(state, chairParticipantId, 'chairParticipantId');
  ensure(mayKnow(state, chairParticipantId, at), 'MEETING.CHAIR_NOT_PARTICIPANT', {
    field: 'chairParticipantId',
  });
}

function mustKnow(state: PlanState, participantId: string, at: Instant): void {
  activeParticipant(state, participantId);
  ensure(mayKnow(state, participantId, at), 'CONSENT.MISSING', { field: 'participantId' });
}

function existing(state: PlanState, meetingId: string): Meeting {
  return requiredIn(state.meetings, meetingId, 'MEETING.NOT_FOUND', { field: 'meetingId' });
}

function checkOpen(meeting: Meeting): void {
  ensure(meeting.status !== 'cancelled', 'MEETING.CANCELLED', { field: 'meetingId' });
  ensure(meeting.status !== 'held', 'MEETING.ALREADY_HELD', { field: 'meetingId' });
}

function fixed(state: PlanState, meetingId: string): Meeting {
  const meeting = existing(state, meetingId);
  checkOpen(meeting);
  ensure(meeting.status === 'fixed', 'MEETING.NOT_FIXED', { field: 'meetingId' });
  return meeting;
}

/** A meeting that has begun is neither moved nor cancelled: it is recorded who came, or that nobody did. */
function checkNotBegun({ status, from }: Meeting, at: Instant): void {
  ensure(status !== 'fixed' || from === null || at < from, 'MEETING.HAS_BEGUN', {
    field: 'meetingId',
    expected: 'a meeting that has not begun',
  });
}

/** Who was invited, or may know of the course now: whoever else was there would have been told what nobody may tell them. */
function mayHaveCome(state: PlanState, meeting: Meeting, participantId: string, at: Instant): boolean {
  const invited = meeting.guests ?? Object.keys(meeting.invitations);
  return invited.includes(participantId) || mayKnow(state, participantId, at);
}

function came({ mode }: Attendance): boolean {
  return mode !== 'noShow' && mode !== 'excused';
}

/** Attendance and minutes can be recorded, and put right, from the moment the meeting begins. */
function begun(state: PlanState, meetingId: string, at: Given['at']): Meeting {
  const meeting = existing(state, meetingId);
  ensure(meeting.status !== 'cancelled' || meeting.attendanceRecorded, 'MEETING.CANCELLED', {
    field: 'meetingId',
  });
  ensure(meeting.status !== 'proposed', 'MEETING.NOT_FIXED', { field: 'meetingId' });
  ensure(meeting.from !== null && meeting.from <= at, 'MEETING.NOT_YET_BEGUN', { field: 'meetingId' });
  return meeting;
}
