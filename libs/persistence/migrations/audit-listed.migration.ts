import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS: readonly string[] = [
  `CREATE TABLE audit_listed (
    chain text NOT NULL,
    place integer NOT NULL,
    plan_id uuid NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT pk_audit_listed PRIMARY KEY (chain, place, plan_id)
  )`,
  // What a person is told of all that is kept about them has an entry in each plan as well.
  `INSERT INTO audit_listed (chain, place, plan_id, at)
   SELECT DISTINCT chain, place, one, at FROM audit_entries, unnest(listed) AS one WHERE subject_person_id IS NULL`,
  'CREATE INDEX ix_audit_listed_plan ON audit_listed (plan_id, at, chain, place)',
  `CREATE OR REPLACE FUNCTION append_audit_entry(new_chain text, new_entry text, new_key_id text, new_code text)
   RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
   DECLARE
     content jsonb := new_entry::jsonb;
     new_place integer;
     previous bytea;
     new_hash bytea;
     new_at timestamptz := (content ->> 'at')::timestamptz;
     new_listed uuid[] := ARRAY(SELECT one::uuid FROM jsonb_array_elements_text(content -> 'listed') AS one);
   BEGIN
     INSERT INTO audit_heads (chain, place, hash, sealed_place)
     VALUES (new_chain, 0, decode(repeat('00', 32), 'hex'), 0) ON CONFLICT (chain) DO NOTHING;
     SELECT place + 1, hash INTO new_place, previous FROM audit_heads WHERE chain = new_chain FOR UPDATE;
     new_hash := sha256(previous || convert_to(
       concat_ws(E'\\n', new_chain, new_place, new_key_id, new_code, new_entry), 'UTF8'));
     INSERT INTO audit_entries (
       chain, place, entry, key_id, code, hash, at, plan_id, person_id, subject_person_id, operation, allowed, listed
     ) VALUES (
       new_chain, new_place, new_entry, new_key_id, new_code, new_hash, new_at,
       (content ->> 'planId')::uuid, (content ->> 'personId')::uuid, (content ->> 'subjectPersonId')::uuid,
       content ->> 'operation', (content ->> 'allowed')::boolean, new_listed
     );
     INSERT INTO audit_listed (chain, place, plan_id, at)
     SELECT DISTINCT new_chain, new_place, one, new_at FROM unnest(new_listed) AS one
     WHERE content ->> 'subjectPersonId' IS NULL;
     UPDATE audit_heads SET place = new_place, hash = new_hash WHERE chain = new_chain;
   END $$`,
];

/** Makes room for finding the lists in which a plan was shown. */
export class AuditListed1795698000000 implements MigrationInterface {
  readonly name = 'AuditListed1795698000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
