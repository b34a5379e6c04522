import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS: readonly string[] = [
  `CREATE TABLE access_links (
    link_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    participant_id text NOT NULL,
    person_id uuid NOT NULL,
    purpose text NOT NULL,
    token_hash bytea,
    code_hash bytea NOT NULL,
    wrong_codes integer NOT NULL,
    given_at timestamptz NOT NULL,
    given_by_person_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_by_person_id uuid,
    used_at timestamptz,
    CONSTRAINT pk_access_links PRIMARY KEY (link_id),
    CONSTRAINT uq_access_links_token_hash UNIQUE (token_hash),
    CONSTRAINT fk_access_links_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT fk_access_links_person_id FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT chk_access_links_purpose CHECK (purpose IN
      ('readPlan', 'answerGathering', 'answerMeeting', 'answerDraft', 'reportAgreement'))
  )`,
  'CREATE INDEX ix_access_links_plan ON access_links (plan_id, given_at)',
  'CREATE INDEX ix_access_links_person ON access_links (person_id)',
  `ALTER TABLE notices ADD COLUMN access_link_id uuid,
    ADD CONSTRAINT fk_notices_access_link_id FOREIGN KEY (access_link_id) REFERENCES access_links (link_id)`,
  'CREATE INDEX ix_notices_access_link ON notices (access_link_id) WHERE access_link_id IS NOT NULL',
  `ALTER TABLE sessions ALTER COLUMN subject_key DROP NOT NULL, ALTER COLUMN id_token_sealed DROP NOT NULL,
    ADD COLUMN access_link_id uuid,
    ADD CONSTRAINT fk_sessions_access_link_id FOREIGN KEY (access_link_id) REFERENCES access_links (link_id) ON DELETE CASCADE,
    ADD CONSTRAINT chk_sessions_way CHECK
      ((access_link_id IS NULL) = (subject_key IS NOT NULL AND id_token_sealed IS NOT NULL))`,
  'CREATE INDEX ix_sessions_access_link ON sessions (access_link_id) WHERE access_link_id IS NOT NULL',
];

/** Links for those who take part and cannot sign in, and the sessions to which they lead. */
export class AccessLinks1795694400000 implements MigrationInterface {
  readonly name = 'AccessLinks1795694400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
