import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // Why a follow-up was closed without a meeting.
  'ALTER TABLE follow_ups ADD COLUMN without_meeting_reason text',
  // When its party answered anew without a document.
  'ALTER TABLE documents ADD COLUMN replaced_at timestamptz',
  // When the sending began whose outcome is told, and whether the right to it had ended by then.
  'ALTER TABLE delivery_events ADD COLUMN begun_at timestamptz, ADD COLUMN right_ended boolean NOT NULL DEFAULT false',
  // The person to whom a notice was to go when it was queued, so that what goes to one person is found.
  'ALTER TABLE notices ADD COLUMN gathered_for uuid',
  "CREATE INDEX ix_notices_gathered ON notices (gathered_for, due_at) WHERE status = 'queued' AND gathered_for IS NOT NULL",
];

/** What the record keeps of follow-ups without meetings, replaced documents, sendings under way and what is gathered into one mail. */
export class Rhythm1796047100000 implements MigrationInterface {
  readonly name = 'Rhythm1796047100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
