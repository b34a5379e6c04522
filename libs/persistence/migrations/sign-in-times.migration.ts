import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When and how surely the person of a session signed in; null of those from before, who sign in anew when it matters. */
export class SignInTimes1796048000000 implements MigrationInterface {
  readonly name = 'SignInTimes1796048000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE sessions ADD COLUMN signed_in_at timestamptz, ADD COLUMN assurance text',
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
