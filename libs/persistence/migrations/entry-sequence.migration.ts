import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The SEQUENCE of a notice's calendar entry, which is each recipient's own. */
export class EntrySequence1796047000000 implements MigrationInterface {
  readonly name = 'EntrySequence1796047000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE notices ADD COLUMN entry_sequence integer');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
