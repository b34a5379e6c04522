import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'ALTER TABLE notices ADD COLUMN organizer text, ADD COLUMN delivered_at timestamptz',
  'CREATE INDEX ix_notices_message ON notices (message_id) WHERE message_id IS NOT NULL',
];

/** What is known of a mail that came back, and the address that its calendar entry has the answer sent to. */
export class ReturnedMail1774742400000 implements MigrationInterface {
  readonly name = 'ReturnedMail1774742400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
