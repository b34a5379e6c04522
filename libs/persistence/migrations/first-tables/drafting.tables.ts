export const DRAFTING_TABLES: readonly string[] = [
  `CREATE TABLE section_revisions (
    plan_id uuid NOT NULL,
    section text NOT NULL,
    revision integer NOT NULL,
    content text NOT NULL,
    author_person_id uuid NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT pk_section_revisions PRIMARY KEY (plan_id, section, revision),
    CONSTRAINT fk_section_revisions_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_section_revisions_section CHECK (section IN (
      'survey', 'challenges', 'followUp', 'citizenWishes', 'crisisPlan'
    ))
  )`,
  `CREATE TABLE goals (
    plan_id uuid NOT NULL,
    goal_id text NOT NULL,
    title text NOT NULL,
    priority integer NOT NULL,
    status text NOT NULL,
    note text,
    reported_in_cycle integer,
    reported_at timestamptz,
    set_at timestamptz NOT NULL,
    CONSTRAINT pk_goals PRIMARY KEY (plan_id, goal_id),
    CONSTRAINT fk_goals_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_goals_status CHECK (status IN ('open', 'onTrack', 'atRisk', 'achieved', 'dropped'))
  )`,
  `CREATE TABLE agreements (
    plan_id uuid NOT NULL,
    agreement_id text NOT NULL,
    goal_id text NOT NULL,
    title text NOT NULL,
    responsible_participant_id text NOT NULL,
    due_date date NOT NULL,
    deadline timestamptz NOT NULL,
    binding_since timestamptz,
    outcome text,
    reason text,
    replaced_by text,
    made_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT pk_agreements PRIMARY KEY (plan_id, agreement_id),
    CONSTRAINT fk_agreements_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_agreements_outcome CHECK (outcome IN ('kept', 'late', 'changed', 'dropped'))
  )`,
  `CREATE TABLE versions (
    plan_id uuid NOT NULL,
    version integer NOT NULL,
    status text NOT NULL,
    revisions jsonb NOT NULL,
    content jsonb NOT NULL,
    submitted_at timestamptz NOT NULL,
    deadline timestamptz NOT NULL,
    locked_at timestamptz,
    lock_reason text,
    gaps text[] NOT NULL,
    CONSTRAINT pk_versions PRIMARY KEY (plan_id, version),
    CONSTRAINT fk_versions_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_versions_status CHECK (status IN ('submitted', 'returned', 'locked'))
  )`,
  `CREATE TABLE approvals (
    plan_id uuid NOT NULL,
    version integer NOT NULL,
    participant_id text NOT NULL,
    answer text,
    section text,
    reason text,
    answered_at timestamptz,
    CONSTRAINT pk_approvals PRIMARY KEY (plan_id, version, participant_id),
    CONSTRAINT fk_approvals_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_approvals_answer CHECK (answer IN ('approved', 'objected'))
  )`,
];
