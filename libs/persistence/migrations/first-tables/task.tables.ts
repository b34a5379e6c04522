export const TASK_TABLES: readonly string[] = [
  `CREATE TABLE tasks (
    plan_id uuid NOT NULL,
    task_id text NOT NULL,
    kind text NOT NULL,
    ref text,
    participant_id text,
    raised_at timestamptz NOT NULL,
    deadline timestamptz NOT NULL,
    closed_at timestamptz,
    how text,
    note text,
    CONSTRAINT pk_tasks PRIMARY KEY (plan_id, task_id),
    CONSTRAINT fk_tasks_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_tasks_how CHECK (how IN ('done', 'moot'))
  )`,
  'CREATE INDEX ix_tasks_open ON tasks (plan_id, deadline) WHERE closed_at IS NULL',
];
