import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE approvals ADD COLUMN recorded_by uuid, ADD COLUMN manner text,
    ADD CONSTRAINT chk_approvals_manner CHECK (manner IN ('oral', 'written'))`,
];

/** Who recorded the answer of somebody else to a draft, and how it had been given. */
export class RecordedAnswers1795780800000 implements MigrationInterface {
  readonly name = 'RecordedAnswers1795780800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
