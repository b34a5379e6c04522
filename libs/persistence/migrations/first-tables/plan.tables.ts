export const PLAN_TABLES: readonly string[] = [
  `CREATE TABLE plans (
    id uuid NOT NULL,
    number text NOT NULL,
    citizen_person_id uuid NOT NULL,
    seq integer NOT NULL,
    phase text NOT NULL,
    course_type text NOT NULL,
    cluster text NOT NULL,
    municipality_code text NOT NULL,
    department text NOT NULL,
    organisation_id uuid NOT NULL,
    coordinator_person_id uuid,
    deputy_person_id uuid,
    deputy_from timestamptz,
    deputy_to timestamptz,
    state jsonb NOT NULL,
    wait_state jsonb NOT NULL,
    next_step text,
    next_at timestamptz,
    overdue_since timestamptz,
    problem text,
    next_follow_up_on date,
    hold_reason text,
    started_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text,
    end_note text,
    CONSTRAINT pk_plans PRIMARY KEY (id),
    CONSTRAINT uq_plans_number UNIQUE (number),
    CONSTRAINT fk_plans_citizen_person_id FOREIGN KEY (citizen_person_id) REFERENCES citizens (person_id),
    CONSTRAINT fk_plans_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id),
    CONSTRAINT chk_plans_phase CHECK (phase IN (
      'awaitingCitizen', 'consent', 'gathering', 'convening', 'drafting', 'approval',
      'distribution', 'followUp', 'onHold', 'ended'
    )),
    CONSTRAINT chk_plans_course_type CHECK (course_type IN ('integrated', 'coordinated')),
    CONSTRAINT chk_plans_hold_reason CHECK (hold_reason IN (
      'admission', 'prison', 'citizenWish', 'other'
    )),
    CONSTRAINT chk_plans_end_reason CHECK (end_reason IN (
      'completed', 'citizenDeclined', 'citizenWithdrew', 'moved', 'died', 'merged'
    ))
  )`,
  // Compressing the snapshot at every command costs more time than its bytes are worth.
  'ALTER TABLE plans ALTER COLUMN state SET STORAGE EXTERNAL',
  'CREATE UNIQUE INDEX uix_plans_open_citizen ON plans (citizen_person_id) WHERE ended_at IS NULL',
  'CREATE INDEX ix_plans_citizen ON plans (citizen_person_id)',
  'CREATE INDEX ix_plans_started ON plans (started_at, id)',
  'CREATE INDEX ix_plans_coordinator ON plans (coordinator_person_id, started_at, id)',
  'CREATE INDEX ix_plans_deputy ON plans (deputy_person_id, started_at, id) WHERE deputy_person_id IS NOT NULL',
  'CREATE INDEX ix_plans_organisation ON plans (organisation_id, started_at, id)',
  'CREATE INDEX ix_plans_phase ON plans (phase, started_at, id)',
  'CREATE INDEX ix_plans_next ON plans (next_at, started_at, id) WHERE next_at IS NOT NULL',
  `CREATE TABLE plan_events (
    plan_id uuid NOT NULL,
    seq integer NOT NULL,
    type text NOT NULL,
    at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_person_id uuid,
    command_id uuid,
    data jsonb NOT NULL,
    CONSTRAINT pk_plan_events PRIMARY KEY (plan_id, seq),
    CONSTRAINT fk_plan_events_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_plan_events_actor_kind CHECK (actor_kind IN ('person', 'process'))
  )`,
  'CREATE INDEX ix_plan_events_command ON plan_events (plan_id, command_id, seq) WHERE command_id IS NOT NULL',
  `CREATE TABLE plan_awaited (
    plan_id uuid NOT NULL,
    ref text NOT NULL,
    kind text NOT NULL,
    from_kind text NOT NULL,
    participant_id text,
    person_id uuid,
    organisation_id uuid,
    since timestamptz NOT NULL,
    deadline timestamptz NOT NULL,
    CONSTRAINT pk_plan_awaited PRIMARY KEY (plan_id, ref),
    CONSTRAINT fk_plan_awaited_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_plan_awaited_from_kind CHECK (from_kind IN (
      'participant', 'coordinator', 'successor', 'teamLeader'
    ))
  )`,
  'CREATE INDEX ix_plan_awaited_deadline ON plan_awaited (deadline)',
  'CREATE INDEX ix_plan_awaited_kind ON plan_awaited (kind, deadline)',
  'CREATE INDEX ix_plan_awaited_organisation ON plan_awaited (organisation_id, kind, deadline)',
  'CREATE INDEX ix_plan_awaited_person ON plan_awaited (person_id, deadline)',
  "CREATE INDEX ix_plan_awaited_leader ON plan_awaited (organisation_id, deadline) WHERE from_kind = 'teamLeader'",
  `CREATE TABLE duty_periods (
    plan_id uuid NOT NULL,
    duty text NOT NULL,
    round integer NOT NULL,
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT pk_duty_periods PRIMARY KEY (plan_id, duty, round),
    CONSTRAINT fk_duty_periods_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_duty_periods_duty CHECK (duty IN (
      'course', 'consent', 'gathering', 'convening', 'drafting', 'distribution', 'followUp',
      'handover'
    ))
  )`,
  `CREATE TABLE wait_state_outbox (
    plan_id uuid NOT NULL,
    seq integer NOT NULL,
    signalled_seq integer NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_wait_state_outbox PRIMARY KEY (plan_id),
    CONSTRAINT fk_wait_state_outbox_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id)
  )`,
  'CREATE INDEX ix_wait_state_outbox_unsignalled ON wait_state_outbox (changed_at) WHERE signalled_seq < seq',
  'CREATE SEQUENCE plan_number_seq',
];
