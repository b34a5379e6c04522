import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // Anybody can die, not only who has a number; since when the register has it.
  'ALTER TABLE people ADD COLUMN deceased_at timestamptz',
  `UPDATE people SET deceased_at = coalesce(
     (SELECT max(ended_at) FROM plans WHERE citizen_person_id = people.id AND end_reason = 'died'), created_at)
   WHERE id IN (SELECT person_id FROM citizens WHERE deceased)
      OR id IN (SELECT citizen_person_id FROM plans WHERE end_reason = 'died')`,
  'ALTER TABLE citizens DROP COLUMN deceased',
  // Plans that have not taken in yet what the register says of somebody: written with the change itself.
  `CREATE TABLE register_news (
    plan_id uuid NOT NULL,
    person_id uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_register_news PRIMARY KEY (plan_id, person_id),
    CONSTRAINT fk_register_news_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT fk_register_news_person_id FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
  'CREATE INDEX ix_register_news_changed ON register_news (changed_at)',
  `INSERT INTO register_news (plan_id, person_id, changed_at)
   SELECT p.id, p.citizen_person_id, pe.deceased_at FROM plans p JOIN people pe ON pe.id = p.citizen_person_id
   WHERE pe.deceased_at IS NOT NULL AND p.erased_at IS NULL`,
];

/** Makes room for the deaths of anybody, and for what plans still have to take in of them. */
export class Deaths1796046000000 implements MigrationInterface {
  readonly name = 'Deaths1796046000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
