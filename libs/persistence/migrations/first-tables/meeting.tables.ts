export const MEETING_TABLES: readonly string[] = [
  `CREATE TABLE meetings (
    plan_id uuid NOT NULL,
    meeting_id text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    options jsonb NOT NULL,
    proposed_at timestamptz,
    answer_by timestamptz,
    starts_at timestamptz,
    ends_at timestamptz,
    mode text NOT NULL,
    place text NOT NULL,
    sequence integer NOT NULL,
    fixed_at timestamptz,
    chair_participant_id text,
    agenda text[],
    agenda_sent_at timestamptz,
    missing_roles text[],
    change_reason text,
    without_citizen_reason text,
    minutes text,
    minutes_recorded_at timestamptz,
    CONSTRAINT pk_meetings PRIMARY KEY (plan_id, meeting_id),
    CONSTRAINT fk_meetings_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_meetings_kind CHECK (kind IN ('plan', 'followUp', 'urgent', 'network')),
    CONSTRAINT chk_meetings_status CHECK (status IN ('proposed', 'fixed', 'held', 'cancelled')),
    CONSTRAINT chk_meetings_mode CHECK (mode IN ('room', 'telephone', 'video', 'hybrid'))
  )`,
  "CREATE INDEX ix_meetings_start ON meetings (starts_at) WHERE status = 'fixed'",
  `CREATE TABLE meeting_option_answers (
    plan_id uuid NOT NULL,
    meeting_id text NOT NULL,
    participant_id text NOT NULL,
    answers jsonb NOT NULL,
    answered_at timestamptz NOT NULL,
    CONSTRAINT pk_meeting_option_answers PRIMARY KEY (plan_id, meeting_id, participant_id),
    CONSTRAINT fk_meeting_option_answers_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id)
  )`,
  `CREATE TABLE meeting_invitations (
    plan_id uuid NOT NULL,
    meeting_id text NOT NULL,
    participant_id text NOT NULL,
    sequence integer NOT NULL,
    invited_at timestamptz NOT NULL,
    respond_by timestamptz NOT NULL,
    response text,
    responded_at timestamptz,
    deputy_person_id uuid,
    withdrawn_at timestamptz,
    CONSTRAINT pk_meeting_invitations PRIMARY KEY (plan_id, meeting_id, participant_id),
    CONSTRAINT fk_meeting_invitations_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_meeting_invitations_response CHECK (response IN (
      'accepted', 'declined', 'tentative'
    ))
  )`,
  `CREATE TABLE meeting_attendance (
    plan_id uuid NOT NULL,
    meeting_id text NOT NULL,
    participant_id text NOT NULL,
    mode text NOT NULL,
    CONSTRAINT pk_meeting_attendance PRIMARY KEY (plan_id, meeting_id, participant_id),
    CONSTRAINT fk_meeting_attendance_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_meeting_attendance_mode CHECK (mode IN (
      'room', 'telephone', 'video', 'inWriting', 'excused', 'noShow'
    ))
  )`,
];
