import { z } from 'zod';
import {
  ATTENDANCE_MODES,
  MEETING_KINDS,
  MEETING_MODES,
} from '../../../libs/domain/meeting/meeting.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { items, list, participantRef, uuidAnswer, when } from '../schemas/answers.js';

export const meetingView = z
  .strictObject({
    meetingId: uuidAnswer,
    kind: z.enum(MEETING_KINDS),
    status: z.enum(['proposed', 'fixed', 'held', 'cancelled']),
    options: list(z.strictObject({ optionId: uuidAnswer, from: when, to: when })),
    proposedAt: when.nullable(),
    answerBy: when.nullable(),
    from: when.nullable(),
    to: when.nullable(),
    mode: z.enum(MEETING_MODES),
    place: z.string().nullable().meta({ description: 'Null for a reader without calendar appointments.' }),
    sequence: z.int(),
    fixedAt: when.nullable(),
    chairParticipantId: participantRef.nullable(),
    agenda: list(z.string()).nullable(),
    agendaSentAt: when.nullable(),
    missingRoles: list(z.string()).nullable(),
    changeReason: z.string().nullable(),
    withoutCitizenReason: z.string().nullable(),
    minutes: z.string().nullable(),
    minutesRecordedAt: when.nullable(),
    optionAnswers: list(
      z.strictObject({
        participantId: participantRef,
        answers: z.record(z.string(), z.enum(['yes', 'ifNeeded', 'no'])).readonly(),
        answeredAt: when,
      }),
    ),
    invitations: list(
      z.strictObject({
        participantId: participantRef,
        sequence: z.int(),
        invitedAt: when,
        respondBy: when,
        response: z.enum(['accepted', 'declined', 'tentative']).nullable(),
        respondedAt: when.nullable(),
        deputyPersonId: uuidAnswer.nullable(),
        withdrawnAt: when.nullable(),
      }),
    ),
    attendance: list(z.strictObject({ participantId: participantRef, mode: z.enum(ATTENDANCE_MODES) })),
  })
  .meta({ id: 'Meeting', description: 'A meeting; of others only what the reader may see of them.' });
export type MeetingAnswer = z.output<typeof meetingView>;

export const meetingsView = items(meetingView);
export type MeetingsView = z.output<typeof meetingsView>;

export const MEETINGS_EXAMPLE: MeetingsView = {
  items: [
    {
      meetingId: EXAMPLE_IDS.meeting,
      kind: 'plan',
      status: 'proposed',
      options: [
        { optionId: EXAMPLE_IDS.option, from: '2027-04-06T08:00:00.000Z', to: '2027-04-06T09:30:00.000Z' },
      ],
      proposedAt: '2027-03-10T09:00:00.000Z',
      answerBy: '2027-03-17T22:59:59.999Z',
      from: null,
      to: null,
      mode: 'room',
      place: 'Rådhuset, lokale 2',
      sequence: 0,
      fixedAt: null,
      chairParticipantId: null,
      agenda: null,
      agendaSentAt: null,
      missingRoles: null,
      changeReason: null,
      withoutCitizenReason: null,
      minutes: null,
      minutesRecordedAt: null,
      optionAnswers: [],
      invitations: [],
      attendance: [],
    },
  ],
};
