export const HANDOVER_TABLES: readonly string[] = [
  `CREATE TABLE coordinator_periods (
    plan_id uuid NOT NULL,
    seq integer NOT NULL,
    person_id uuid NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz,
    CONSTRAINT pk_coordinator_periods PRIMARY KEY (plan_id, seq),
    CONSTRAINT fk_coordinator_periods_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id)
  )`,
  `CREATE TABLE handovers (
    plan_id uuid NOT NULL,
    seq integer NOT NULL,
    successor_person_id uuid NOT NULL,
    reason text NOT NULL,
    proposed_at timestamptz NOT NULL,
    deadline timestamptz NOT NULL,
    outcome text,
    outcome_reason text,
    ended_at timestamptz,
    CONSTRAINT pk_handovers PRIMARY KEY (plan_id, seq),
    CONSTRAINT fk_handovers_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_handovers_outcome CHECK (outcome IN ('accepted', 'declined', 'withdrawn'))
  )`,
];
