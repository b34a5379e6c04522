import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE staff_numbers (
    person_id uuid NOT NULL,
    number_hash bytea NOT NULL,
    CONSTRAINT pk_staff_numbers PRIMARY KEY (person_id),
    CONSTRAINT fk_staff_numbers_person_id FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
  'CREATE INDEX ix_staff_numbers_number_hash ON staff_numbers (number_hash)',
];

/** By what it is known that somebody who works in an organisation and a citizen are the same person. */
export class StaffNumbers1796042000000 implements MigrationInterface {
  readonly name = 'StaffNumbers1796042000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
