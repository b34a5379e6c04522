import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // What of the register a window rests on, so that the wall itself closes it when an employment ends.
  `ALTER TABLE disclosure_windows ADD COLUMN stands_for text NOT NULL DEFAULT 'themself',
     ADD COLUMN organisation_id uuid`,
  // Who coordinates, stands in or was proposed before it was recorded for which organisation: any employment counts.
  `UPDATE disclosure_windows SET stands_for = 'coordination' WHERE subject_kind = 'person' AND participant_id IS NULL`,
  `UPDATE disclosure_windows w SET stands_for = 'authority', organisation_id = p.organisation_id
   FROM participants p
   WHERE p.plan_id = w.plan_id AND p.participant_id = w.participant_id AND w.subject_kind = 'person'
     AND p.role NOT IN ('citizen', 'custodyHolder', 'relative', 'laySupporter', 'guardian')`,
  `ALTER TABLE disclosure_windows ALTER COLUMN stands_for DROP DEFAULT,
     ADD CONSTRAINT chk_disclosure_windows_stands_for CHECK (stands_for IN ('themself', 'authority', 'coordination'))`,
  // To whom a mail is going that is just being handed over.
  'ALTER TABLE notices ADD COLUMN addressee_person_id uuid',
  `CREATE INDEX ix_notices_under_way ON notices (addressee_person_id)
     WHERE status = 'claimed' AND message_id IS NOT NULL`,
];

/** Makes room in the second wall for whom somebody stands for. */
export class Standing1796041000000 implements MigrationInterface {
  readonly name = 'Standing1796041000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
