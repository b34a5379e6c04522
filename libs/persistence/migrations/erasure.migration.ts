import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STONE } from '../stone.js';

const CONTENT = [
  'citizen_person_id',
  'phase',
  'course_type',
  'cluster',
  'municipality_code',
  'department',
  'organisation_id',
  'state',
  'wait_state',
  'updated_at',
];

const STATEMENTS = [
  // An erased plan is a stone: that there was one of this number, when it began, ended and was erased.
  'ALTER TABLE plans ADD COLUMN erased_at timestamptz',
  `ALTER TABLE plans ${CONTENT.map((column) => `ALTER COLUMN ${column} DROP NOT NULL`).join(', ')}`,
  `ALTER TABLE plans ADD CONSTRAINT chk_plans_erased CHECK (${STONE})`,
  'CREATE INDEX ix_plans_kept ON plans (ended_at, id) WHERE ended_at IS NOT NULL AND erased_at IS NULL',
  'ALTER TABLE people ADD COLUMN erased_at timestamptz',
  'CREATE INDEX ix_participants_of_person ON participants (person_id)',
  'CREATE INDEX ix_coordinator_periods_person ON coordinator_periods (person_id)',
  // The plan or person that an answer tells of, so that it goes with them.
  'ALTER TABLE idempotency_keys ADD COLUMN subject_id uuid',
  'CREATE INDEX ix_idempotency_keys_subject ON idempotency_keys (subject_id) WHERE subject_id IS NOT NULL',
  `CREATE TABLE erasure_holds (
    hold_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    reason text NOT NULL,
    held_at timestamptz NOT NULL,
    held_by_person_id uuid NOT NULL,
    released_at timestamptz,
    released_by_person_id uuid,
    CONSTRAINT pk_erasure_holds PRIMARY KEY (hold_id),
    CONSTRAINT fk_erasure_holds_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id)
  )`,
  'CREATE UNIQUE INDEX uix_erasure_holds_open ON erasure_holds (plan_id) WHERE released_at IS NULL',
];

/** Makes room for plans and people that were erased, and for what is held back. */
export class Erasure1774749600000 implements MigrationInterface {
  readonly name = 'Erasure1774749600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
