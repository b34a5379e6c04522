import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'ALTER TABLE participants ADD COLUMN shows_register boolean NOT NULL DEFAULT true',
  `CREATE TABLE introductions (
    person_id uuid NOT NULL,
    by_person_id uuid NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT pk_introductions PRIMARY KEY (person_id, by_person_id),
    CONSTRAINT fk_introductions_person_id FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
];

/** What a plan shows of somebody whom the register knew already: what its own people wrote, until the person says yes. */
export class Introductions1796042100000 implements MigrationInterface {
  readonly name = 'Introductions1796042100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
