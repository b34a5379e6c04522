export const DISTRIBUTION_TABLES: readonly string[] = [
  `CREATE TABLE deliveries (
    plan_id uuid NOT NULL,
    version integer NOT NULL,
    participant_id text NOT NULL,
    channel text NOT NULL,
    status text NOT NULL,
    attempt integer NOT NULL,
    kinds text[] NOT NULL,
    grant_ids text[] NOT NULL,
    ordered_at timestamptz NOT NULL,
    since timestamptz NOT NULL,
    note text,
    CONSTRAINT pk_deliveries PRIMARY KEY (plan_id, version, participant_id),
    CONSTRAINT fk_deliveries_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_deliveries_channel CHECK (channel IN ('mail', 'letter', 'telephone', 'inPerson')),
    CONSTRAINT chk_deliveries_status CHECK (status IN (
      'queued', 'accepted', 'delivered', 'read', 'failed', 'withheld'
    ))
  )`,
  `CREATE TABLE delivery_events (
    plan_id uuid NOT NULL,
    seq integer NOT NULL,
    version integer NOT NULL,
    participant_id text NOT NULL,
    status text NOT NULL,
    channel text NOT NULL,
    note text,
    at timestamptz NOT NULL,
    CONSTRAINT pk_delivery_events PRIMARY KEY (plan_id, seq, version, participant_id),
    CONSTRAINT fk_delivery_events_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_delivery_events_status CHECK (status IN (
      'queued', 'accepted', 'delivered', 'read', 'failed', 'withheld'
    )),
    CONSTRAINT chk_delivery_events_channel CHECK (channel IN (
      'mail', 'letter', 'telephone', 'inPerson'
    ))
  )`,
];
