import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS: readonly string[] = [
  `CREATE TABLE sessions (
    id_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    attempt_hash bytea NOT NULL,
    subject_key text NOT NULL,
    provider_session_hash bytea,
    cvr text,
    organisation_asked boolean NOT NULL,
    roles text[],
    id_token_sealed text NOT NULL,
    begun_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT pk_sessions PRIMARY KEY (id_hash),
    CONSTRAINT uq_sessions_attempt_hash UNIQUE (attempt_hash),
    CONSTRAINT fk_sessions_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
  )`,
  'CREATE INDEX ix_sessions_person ON sessions (person_id)',
  'CREATE INDEX ix_sessions_provider_session ON sessions (provider_session_hash)',
  'CREATE INDEX ix_sessions_subject ON sessions (subject_key)',
  'CREATE INDEX ix_sessions_ends ON sessions (ends_at)',
];

/** Who is signed in at the portal. */
export class Sessions1795683600000 implements MigrationInterface {
  readonly name = 'Sessions1795683600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
