import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // Nothing had been written to it.
  'DROP TABLE audit_entries',
  `CREATE TABLE audit_entries (
    chain text NOT NULL,
    place integer NOT NULL,
    entry text NOT NULL,
    key_id text NOT NULL,
    code text NOT NULL,
    hash bytea NOT NULL,
    at timestamptz NOT NULL,
    plan_id uuid,
    person_id uuid,
    operation text NOT NULL,
    allowed boolean NOT NULL,
    listed uuid[] NOT NULL,
    CONSTRAINT pk_audit_entries PRIMARY KEY (chain, place)
  )`,
  'CREATE INDEX ix_audit_entries_at ON audit_entries (at, chain, place)',
  'CREATE INDEX ix_audit_entries_plan ON audit_entries (plan_id, at, chain, place) WHERE plan_id IS NOT NULL',
  'CREATE INDEX ix_audit_entries_person ON audit_entries (person_id, at, chain, place) WHERE person_id IS NOT NULL',
  'CREATE INDEX ix_audit_entries_refused ON audit_entries (at, chain, place) WHERE NOT allowed',
  `CREATE TABLE audit_heads (
    chain text NOT NULL,
    place integer NOT NULL,
    hash bytea NOT NULL,
    sealed_place integer NOT NULL,
    CONSTRAINT pk_audit_heads PRIMARY KEY (chain)
  )`,
  'CREATE INDEX ix_audit_heads_unsealed ON audit_heads (chain) WHERE place > sealed_place',
  `CREATE TABLE audit_seals (
    number integer NOT NULL,
    at timestamptz NOT NULL,
    hash bytea NOT NULL,
    key_id text NOT NULL,
    signature bytea NOT NULL,
    CONSTRAINT pk_audit_seals PRIMARY KEY (number)
  )`,
  `CREATE TABLE audit_sealed_heads (
    number integer NOT NULL,
    chain text NOT NULL,
    place integer NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_audit_sealed_heads PRIMARY KEY (number, chain),
    CONSTRAINT fk_audit_sealed_heads_number FOREIGN KEY (number) REFERENCES audit_seals (number)
  )`,
  // The application has no right to these tables but to read them: it adds through the owner's functions.
  `CREATE FUNCTION append_audit_entry(new_chain text, new_entry text, new_key_id text, new_code text)
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
       chain, place, entry, key_id, code, hash, at, plan_id, person_id, operation, allowed, listed
     ) VALUES (
       new_chain, new_place, new_entry, new_key_id, new_code, new_hash, (content ->> 'at')::timestamptz,
       (content ->> 'planId')::uuid, (content ->> 'personId')::uuid, content ->> 'operation',
       (content ->> 'allowed')::boolean,
       ARRAY(SELECT one::uuid FROM jsonb_array_elements_text(content -> 'listed') AS one)
     );
     UPDATE audit_heads SET place = new_place, hash = new_hash WHERE chain = new_chain;
   END $$`,
  `CREATE FUNCTION append_audit_seal(
     new_number integer, sealed_at timestamptz, new_hash bytea, new_key_id text, new_signature bytea, heads jsonb
   )
   RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
     INSERT INTO audit_seals (number, at, hash, key_id, signature)
     VALUES (new_number, sealed_at, new_hash, new_key_id, new_signature);
     INSERT INTO audit_sealed_heads (number, chain, place, hash)
     SELECT new_number, chain, place, decode(hash, 'hex')
     FROM jsonb_to_recordset(heads) AS head (chain text, place integer, hash text);
     UPDATE audit_heads AS h SET sealed_place = head.place
     FROM jsonb_to_recordset(heads) AS head (chain text, place integer) WHERE h.chain = head.chain;
   $$`,
  'REVOKE EXECUTE ON FUNCTION append_audit_entry, append_audit_seal FROM PUBLIC',
];

/** The audit becomes a chain that is added to by functions only. */
export class AuditChain1774569600000 implements MigrationInterface {
  readonly name = 'AuditChain1774569600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
