import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // What follows in plans from a change of the register, until it has followed: one row a person, the newest change counts.
  `CREATE TABLE employment_changes (
    person_id uuid NOT NULL,
    change uuid NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    taken_until timestamptz,
    CONSTRAINT pk_employment_changes PRIMARY KEY (person_id)
  )`,
  'CREATE INDEX ix_employment_changes_changed_at ON employment_changes (changed_at)',
  // By triggers, in whatever transaction it is changed: by a correction, a machine, an erasure, an operator.
  `CREATE FUNCTION note_employment_change() RETURNS trigger LANGUAGE plpgsql
   SET search_path = pg_catalog, public, pg_temp AS $$
   BEGIN
     INSERT INTO public.employment_changes (person_id, change) VALUES (NEW.id, gen_random_uuid())
     ON CONFLICT (person_id) DO UPDATE SET change = EXCLUDED.change, changed_at = now(), taken_until = NULL;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER employment_changed AFTER UPDATE ON people FOR EACH ROW
   WHEN ((OLD.organisation_id, OLD.organisation_roles, OLD.erased_at)
     IS DISTINCT FROM (NEW.organisation_id, NEW.organisation_roles, NEW.erased_at))
   EXECUTE FUNCTION note_employment_change()`,
  `CREATE FUNCTION note_organisation_move() RETURNS trigger LANGUAGE plpgsql
   SET search_path = pg_catalog, public, pg_temp AS $$
   BEGIN
     INSERT INTO public.employment_changes (person_id, change)
     WITH RECURSIVE within AS (
       SELECT NEW.id AS id
       UNION SELECT o.id FROM public.organisations o JOIN within ON o.parent_id = within.id
     )
     SELECT p.id, gen_random_uuid() FROM public.people p JOIN within ON p.organisation_id = within.id
     ON CONFLICT (person_id) DO UPDATE SET change = EXCLUDED.change, changed_at = now(), taken_until = NULL;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER organisation_moved AFTER UPDATE ON organisations FOR EACH ROW
   WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id)
   EXECUTE FUNCTION note_organisation_move()`,
  // Whoever has left an authority before this was looked at: the plans that they were named in are told now.
  `INSERT INTO employment_changes (person_id, change)
   SELECT person_id, gen_random_uuid() FROM (
   SELECT pa.person_id FROM participants pa JOIN plans p ON p.id = pa.plan_id
   WHERE p.ended_at IS NULL AND pa.removed_at IS NULL
     AND pa.role NOT IN ('citizen', 'custodyHolder', 'relative', 'laySupporter', 'guardian')
   UNION
   SELECT coordinator_person_id FROM plans WHERE ended_at IS NULL AND coordinator_person_id IS NOT NULL
   UNION
   SELECT deputy_person_id FROM plans WHERE ended_at IS NULL AND deputy_person_id IS NOT NULL
   ) AS named`,
  `CREATE INDEX ix_meeting_invitations_deputy ON meeting_invitations (deputy_person_id)
     WHERE deputy_person_id IS NOT NULL`,
  // What an organisation owes is its leader's to see.
  `ALTER TABLE plan_awaited DROP CONSTRAINT chk_plan_awaited_from_kind,
     ADD CONSTRAINT chk_plan_awaited_from_kind CHECK (from_kind IN (
       'participant', 'organisation', 'coordinator', 'successor', 'teamLeader'
     ))`,
  'DROP INDEX ix_plan_awaited_leader',
  `CREATE INDEX ix_plan_awaited_leader ON plan_awaited (organisation_id, deadline)
     WHERE from_kind IN ('teamLeader', 'organisation')`,
];

/** Makes room for what follows in plans when an employment changes. */
export class EmploymentChanges1796041100000 implements MigrationInterface {
  readonly name = 'EmploymentChanges1796041100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
