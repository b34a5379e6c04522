import type { Instant } from '../../domain/calendar/index.js';
import type {
  Attendance,
  AttendanceMode,
  InvitationResponse,
  MeetingKind,
  MeetingMode,
  MeetingOption,
  MeetingStatus,
  OptionAnswer,
} from '../../domain/meeting/meeting.types.js';
import type { Queryable } from '../../persistence/queryable.js';

interface MeetingRow {
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly status: MeetingStatus;
  readonly options: readonly MeetingOption[];
  readonly proposedAt: Instant | null;
  readonly answerBy: Instant | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly mode: MeetingMode;
  readonly place: string;
  readonly sequence: number;
  readonly fixedAt: Instant | null;
  readonly chairParticipantId: string | null;
  readonly agenda: readonly string[] | null;
  readonly agendaSentAt: Instant | null;
  readonly missingRoles: readonly string[] | null;
  readonly changeReason: string | null;
  readonly withoutCitizenReason: string | null;
  readonly minutes: string | null;
  readonly minutesRecordedAt: Instant | null;
}

export interface OptionAnswersView {
  readonly participantId: string;
  readonly answers: Readonly<Record<string, OptionAnswer>>;
  readonly answeredAt: Instant;
}

export interface InvitationView {
  readonly participantId: string;
  readonly sequence: number;
  readonly invitedAt: Instant;
  readonly respondBy: Instant;
  readonly response: InvitationResponse | null;
  readonly respondedAt: Instant | null;
  readonly deputyPersonId: string | null;
  readonly withdrawnAt: Instant | null;
}

/** A meeting with everyone's answers. */
export interface MeetingView extends MeetingRow {
  readonly optionAnswers: readonly OptionAnswersView[];
  readonly invitations: readonly InvitationView[];
  readonly attendance: readonly Attendance[];
}

type OfMeeting<T> = T & { readonly meetingId: string };

/** A plan's meetings by their time; proposals that have none yet come last. */
export async function meetingsOf(source: Queryable, planId: string): Promise<MeetingView[]> {
  const meetings = await source.query<MeetingRow[]>(
    `SELECT m.meeting_id AS "meetingId", m.kind, m.status, m.options, m.proposed_at AS "proposedAt",
       m.answer_by AS "answerBy", m.starts_at AS "from", m.ends_at AS "to", m.mode, m.place, m.sequence,
       m.fixed_at AS "fixedAt", m.chair_participant_id AS "chairParticipantId", a.items AS agenda,
       a.sent_at AS "agendaSentAt", m.missing_roles AS "missingRoles", change.note AS "changeReason",
       without.note AS "withoutCitizenReason", r.minutes, r.recorded_at AS "minutesRecordedAt"
     FROM meetings m
     LEFT JOIN meeting_agendas a ON a.plan_id = m.plan_id AND a.meeting_id = m.meeting_id
     LEFT JOIN meeting_minutes r ON r.plan_id = m.plan_id AND r.meeting_id = m.meeting_id
     LEFT JOIN coordination_notes change
       ON change.plan_id = m.plan_id AND change.concern = 'meetingChange' AND change.ref = m.meeting_id
     LEFT JOIN coordination_notes without
       ON without.plan_id = m.plan_id AND without.concern = 'meetingWithoutCitizen' AND without.ref = m.meeting_id
     WHERE m.plan_id = $1 ORDER BY m.starts_at NULLS LAST, m.proposed_at, m.meeting_id`,
    [planId],
  );
  const optionAnswers = await source.query<OfMeeting<OptionAnswersView>[]>(
    `SELECT meeting_id AS "meetingId", participant_id AS "participantId", answers, answered_at AS "answeredAt"
     FROM meeting_option_answers WHERE plan_id = $1 ORDER BY answered_at, participant_id`,
    [planId],
  );
  const invitations = await source.query<OfMeeting<InvitationView>[]>(
    `SELECT meeting_id AS "meetingId", participant_id AS "participantId", sequence, invited_at AS "invitedAt",
       respond_by AS "respondBy", response, responded_at AS "respondedAt", deputy_person_id AS "deputyPersonId",
       withdrawn_at AS "withdrawnAt"
     FROM meeting_invitations WHERE plan_id = $1 ORDER BY participant_id`,
    [planId],
  );
  const attendance = await source.query<OfMeeting<{ participantId: string; mode: AttendanceMode }>[]>(
    `SELECT meeting_id AS "meetingId", participant_id AS "participantId", mode
     FROM meeting_attendance WHERE plan_id = $1 ORDER BY participant_id`,
    [planId],
  );
  return meetings.map((meeting) => ({
    ...meeting,
    optionAnswers: of(meeting, optionAnswers),
    invitations: of(meeting, invitations),
    attendance: of(meeting, attendance),
  }));
}

function of<T>({ meetingId }: MeetingRow, rows: readonly OfMeeting<T>[]): Omit<OfMeeting<T>, 'meetingId'>[] {
  return rows.filter((row) => row.meetingId === meetingId).map(({ meetingId: _, ...rest }) => rest);
}

/** When the next meeting of each of these plans begins; plans without one are left out. */
export async function nextMeetingsOf(
  source: Queryable,
  planIds: readonly string[],
  at: Instant,
): Promise<ReadonlyMap<string, Instant>> {
  const rows = await source.query<{ planId: string; from: Instant }[]>(
    `SELECT plan_id AS "planId", min(starts_at) AS "from" FROM meetings
     WHERE plan_id = ANY ($1) AND status = 'fixed' AND ends_at > $2 GROUP BY plan_id`,
    [planIds, at],
  );
  return new Map(rows.map(({ planId, from }) => [planId, from]));
}
