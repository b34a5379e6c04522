import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  ATTENDANCE_MODES,
  MEETING_KINDS,
  MEETING_MODES,
} from '../../../libs/domain/meeting/meeting.types.js';
import {
  instant,
  localDate,
  longText,
  name,
  newId,
  optional,
  participantId,
  shortText,
  uuid,
} from '../schemas/fields.js';

const mode = z.enum(MEETING_MODES);

export const proposeMeetingBody = z.strictObject({
  meetingId: newId,
  kind: z.enum(MEETING_KINDS),
  options: z
    .array(
      z.strictObject({
        optionId: newId.transform((id) => id ?? randomUUID()),
        from: instant,
        to: instant,
      }),
    )
    .max(30),
  answerBy: optional(localDate),
  mode,
  place: name,
});
export type ProposeMeetingBody = z.output<typeof proposeMeetingBody>;

export const answerProposalBody = z.strictObject({
  participantId,
  answers: z.record(z.uuid({ error: 'expected.uuid' }), z.enum(['yes', 'ifNeeded', 'no'])),
});
export type AnswerProposalBody = z.output<typeof answerProposalBody>;

export const fixMeetingBody = z.strictObject({
  kind: optional(z.enum(MEETING_KINDS)),
  optionId: optional(uuid),
  from: optional(instant),
  to: optional(instant),
  mode,
  place: name,
  chairParticipantId: optional(participantId),
});
export type FixMeetingBody = z.output<typeof fixMeetingBody>;

export const respondBody = z.strictObject({
  participantId,
  response: z.enum(['accepted', 'declined', 'tentative']),
  deputyPersonId: optional(uuid),
  wish: z.enum(['anotherTime']).optional().meta({
    description: 'That another time is asked for: a task for the coordinator, beside the answer.',
  }),
});
export type RespondBody = z.output<typeof respondBody>;

export const agendaBody = z.strictObject({ items: z.array(shortText).min(1).max(50) });
export type AgendaBody = z.output<typeof agendaBody>;

export const moveMeetingBody = z.strictObject({
  from: instant,
  to: instant,
  mode,
  place: name,
  reason: shortText,
});
export type MoveMeetingBody = z.output<typeof moveMeetingBody>;

export const attendanceBody = z.strictObject({
  attendance: z
    .array(z.strictObject({ participantId, mode: z.enum(ATTENDANCE_MODES) }))
    .min(1)
    .max(100),
  withoutCitizenReason: optional(shortText),
});
export type AttendanceBody = z.output<typeof attendanceBody>;

export const minutesBody = z.strictObject({ minutes: longText });
export type MinutesBody = z.output<typeof minutesBody>;
