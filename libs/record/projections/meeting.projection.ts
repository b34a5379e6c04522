import type { MeetingEvent } from '../../domain/meeting/meeting.types.js';
import { writeNote } from './coordination-notes.js';
import type { EventContext, ProjectorsOf } from './projection.types.js';
import { deleteRows, insertRow, json, type Row, updateRows, upsertRow } from './rows.js';

export const meetingProjectors: ProjectorsOf<MeetingEvent> = {
  meetingProposed: (context, { meetingId, kind, options, answerBy, mode, place }) =>
    insertRow(context, 'meetings', {
      meeting_id: meetingId,
      kind,
      status: 'proposed',
      options: json(options),
      proposed_at: context.at,
      answer_by: answerBy,
      mode,
      place,
      sequence: 0,
    }),
  proposalAnswered: (context, { meetingId, participantId, answers }) =>
    upsertRow(
      context,
      'meeting_option_answers',
      { meeting_id: meetingId, participant_id: participantId },
      { answers: json(answers), answered_at: context.at },
    ),
  meetingFixed: (context, event) => fixMeeting(context, event),
  participantsInvited: (context, event) => invite(context, event),
  invitationWithdrawn: (context, { meetingId, participantId, sequence }) =>
    updateRows(
      context,
      'meeting_invitations',
      { meeting_id: meetingId, participant_id: participantId },
      { sequence, withdrawn_at: context.at },
    ),
  invitationAnswered: (context, { meetingId, participantId, response, deputyPersonId, repliedAt }) =>
    updateRows(
      context,
      'meeting_invitations',
      { meeting_id: meetingId, participant_id: participantId },
      { response, responded_at: repliedAt ?? context.at, deputy_person_id: deputyPersonId },
    ),
  meetingDeputyLeft: (context, { meetingId, participantId }) =>
    updateRows(
      context,
      'meeting_invitations',
      { meeting_id: meetingId, participant_id: participantId },
      { response: null, responded_at: null, deputy_person_id: null },
    ),
  agendaSent: (context, { meetingId, items }) =>
    upsertRow(context, 'meeting_agendas', { meeting_id: meetingId }, { items, sent_at: context.at }),
  async meetingMoved(context, { meetingId, from, to, mode, place, reason, sequence }) {
    await updateMeeting(context, meetingId, {
      starts_at: from,
      ends_at: to,
      mode,
      place,
      sequence,
      fixed_at: context.at,
    });
    await writeNote(context, 'meetingChange', meetingId, reason);
  },
  async meetingCancelled(context, { meetingId, reason, sequence }) {
    await updateMeeting(context, meetingId, { status: 'cancelled', sequence });
    await writeNote(context, 'meetingChange', meetingId, reason);
  },
  requiredRolesChecked: (context, { meetingId, missing }) =>
    updateMeeting(context, meetingId, { missing_roles: missing }),
  async attendanceRecorded(context, { meetingId, attendance, withoutCitizenReason, notHeld }) {
    await updateMeeting(context, meetingId, { status: notHeld === true ? 'cancelled' : 'held' });
    await writeNote(context, 'meetingWithoutCitizen', meetingId, withoutCitizenReason);
    await deleteRows(context, 'meeting_attendance', { meeting_id: meetingId });
    await context.manager.query(
      `INSERT INTO meeting_attendance (plan_id, meeting_id, participant_id, mode)
       SELECT $1, $2, a."participantId", a.mode
       FROM jsonb_to_recordset($3::jsonb) AS a ("participantId" text, mode text)`,
      [context.planId, meetingId, json(attendance)],
    );
  },
  minutesRecorded: (context, { meetingId, minutes }) =>
    upsertRow(context, 'meeting_minutes', { meeting_id: meetingId }, { minutes, recorded_at: context.at }),
};

/** A meeting is fixed out of a proposal, or at once. */
async function fixMeeting(
  context: EventContext,
  event: Extract<MeetingEvent, { type: 'meetingFixed' }>,
): Promise<void> {
  await context.manager.query(
    `INSERT INTO meetings (
       plan_id, meeting_id, kind, status, options, starts_at, ends_at, mode, place, sequence, fixed_at,
       chair_participant_id
     ) VALUES ($1, $2, $3, 'fixed', '[]', $4, $5, $6, $7, 0, $8, $9)
     ON CONFLICT (plan_id, meeting_id) DO UPDATE SET
       kind = EXCLUDED.kind, status = 'fixed', starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at,
       mode = EXCLUDED.mode, place = EXCLUDED.place, fixed_at = EXCLUDED.fixed_at,
       chair_participant_id = EXCLUDED.chair_participant_id`,
    [
      context.planId,
      event.meetingId,
      event.kind,
      event.from,
      event.to,
      event.mode,
      context.sealer.words(event.place),
      context.at,
      event.chairParticipantId,
    ],
  );
}

/** Who is invited anew, because the meeting was moved, has not answered yet. */
async function invite(
  { manager, planId, at }: EventContext,
  event: Extract<MeetingEvent, { type: 'participantsInvited' }>,
): Promise<void> {
  await manager.query(
    `INSERT INTO meeting_invitations (plan_id, meeting_id, participant_id, sequence, invited_at, respond_by)
     SELECT $1, $2, participant_id, $4, $5, $6 FROM unnest($3::text[]) AS invited (participant_id)
     ON CONFLICT (plan_id, meeting_id, participant_id) DO UPDATE SET
       sequence = EXCLUDED.sequence, invited_at = EXCLUDED.invited_at, respond_by = EXCLUDED.respond_by,
       response = NULL, responded_at = NULL, deputy_person_id = NULL, withdrawn_at = NULL`,
    [planId, event.meetingId, event.participantIds, event.sequence, at, event.respondBy],
  );
}

async function updateMeeting(context: EventContext, meetingId: string, changes: Row): Promise<void> {
  await updateRows(context, 'meetings', { meeting_id: meetingId }, changes);
}
