export const FOLLOW_UP_TABLES: readonly string[] = [
  `CREATE TABLE follow_ups (
    plan_id uuid NOT NULL,
    cycle integer NOT NULL,
    due_on date NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    outcome text,
    next_on date,
    note text,
    CONSTRAINT pk_follow_ups PRIMARY KEY (plan_id, cycle),
    CONSTRAINT fk_follow_ups_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_follow_ups_outcome CHECK (outcome IN ('continue', 'revise'))
  )`,
];
