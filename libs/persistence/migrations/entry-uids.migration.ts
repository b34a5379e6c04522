import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The UID of a recipient's own calendar entry; entries of before have none of their own and keep the meeting's. */
export class EntryUids1796044100000 implements MigrationInterface {
  readonly name = 'EntryUids1796044100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE notices ADD COLUMN entry_uid text');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
