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
import type { ReadSource } from './page.js';

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
export async function meetingsOf(source: ReadSource, planId: string): Promise<MeetingView[]> {
  const meetings = await source.query<MeetingRow[]>(
    `SELECT meeting_id AS "meetingId", kind, status, options, proposed_at AS "proposedAt", answer_by AS "answerBy",
       starts_at AS "from", ends_at AS "to", mode, place, sequence, fixed_at AS "fixedAt",
       chair_participant_id AS "chairParticipantId", agenda, agenda_sent_at AS "agendaSentAt",
       missing_roles AS "missingRoles", change_reason AS "changeReason",
       without_citizen_reason AS "withoutCitizenReason", minutes, minutes_recorded_at AS "minutesRecordedAt"
     FROM meetings WHERE plan_id = $1 ORDER BY starts_at NULLS LAST, proposed_at, meeting_id`,
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
