import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes room for what was open in a plan that was merged into another: kinds and counts, with the task of going through it. */
export class MergedPlans1796049000000 implements MigrationInterface {
  readonly name = 'MergedPlans1796049000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE tasks ADD COLUMN open jsonb');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
