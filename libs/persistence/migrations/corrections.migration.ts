import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE person_revisions (
    person_id uuid NOT NULL,
    revision integer NOT NULL,
    at timestamptz NOT NULL,
    by_person_id uuid,
    content bytea NOT NULL,
    CONSTRAINT pk_person_revisions PRIMARY KEY (person_id, revision),
    CONSTRAINT fk_person_revisions_person_id FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
  `CREATE TABLE organisation_revisions (
    organisation_id uuid NOT NULL,
    revision integer NOT NULL,
    at timestamptz NOT NULL,
    by_person_id uuid NOT NULL,
    before jsonb NOT NULL,
    CONSTRAINT pk_organisation_revisions PRIMARY KEY (organisation_id, revision),
    CONSTRAINT fk_organisation_revisions_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id)
  )`,
  // Whom an entry is about, where it is about a person and no plan.
  'ALTER TABLE audit_entries ADD COLUMN subject_person_id uuid',
  `CREATE INDEX ix_audit_entries_subject ON audit_entries (subject_person_id, at, chain, place)
   WHERE subject_person_id IS NOT NULL`,
  `CREATE OR REPLACE FUNCTION append_audit_entry(new_chain text, new_entry text, new_key_id text, new_code text)
   RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
   DECLARE
     content jsonb := new_entry::jsonb;
     new_place integer;
     previous bytea;
     new_hash bytea;
   BEGIN
     INSERT INTO audit_heads (chain, place, hash, sealed_place)
     VALUES (new_chain, 0, decode(repeat('00', 32), 'hex'), 0) ON CONFLICT (chain) DO NOTHING;
     SELECT place + 1, hash INTO new_place, previous FROM audit_heads WHERE chain = new_chain FOR UPDATE;
     new_hash := sha256(previous || convert_to(
       concat_ws(E'\\n', new_chain, new_place, new_key_id, new_code, new_entry), 'UTF8'));
     INSERT INTO audit_entries (
       chain, place, entry, key_id, code, hash, at, plan_id, person_id, subject_person_id, operation, allowed, listed
     ) VALUES (
       new_chain, new_place, new_entry, new_key_id, new_code, new_hash, (content ->> 'at')::timestamptz,
       (content ->> 'planId')::uuid, (content ->> 'personId')::uuid, (content ->> 'subjectPersonId')::uuid,
       content ->> 'operation', (content ->> 'allowed')::boolean,
       ARRAY(SELECT one::uuid FROM jsonb_array_elements_text(content -> 'listed') AS one)
     );
     UPDATE audit_heads SET place = new_place, hash = new_hash WHERE chain = new_chain;
   END $$`,
];

/** Makes room for what was there before a correction, and for whom an entry of the audit is about. */
export class Corrections1774746000000 implements MigrationInterface {
  readonly name = 'Corrections1774746000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
