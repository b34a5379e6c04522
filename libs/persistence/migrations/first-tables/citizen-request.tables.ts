export const CITIZEN_REQUEST_TABLES: readonly string[] = [
  `CREATE TABLE citizen_requests (
    plan_id uuid NOT NULL,
    request_id text NOT NULL,
    kind text NOT NULL,
    participant_id text,
    words text,
    made_at timestamptz NOT NULL,
    deadline timestamptz NOT NULL,
    answer text,
    reason text,
    answered_at timestamptz,
    lapsed_at timestamptz,
    CONSTRAINT pk_citizen_requests PRIMARY KEY (plan_id, request_id),
    CONSTRAINT fk_citizen_requests_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_citizen_requests_kind CHECK (kind IN (
      'meeting', 'pause', 'otherCoordinator', 'somebodyLeaves'
    )),
    CONSTRAINT chk_citizen_requests_answer CHECK (answer IN ('granted', 'declined'))
  )`,
];
