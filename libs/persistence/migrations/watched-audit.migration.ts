import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS: readonly string[] = [
  // What the process that sealed knew to be kept outside; null in seals of before.
  'ALTER TABLE audit_seals ADD COLUMN anchored text',
  // Finds a seal's key without reading all of them, so that a process can see at its start whether it has every key.
  'CREATE INDEX ix_audit_seals_key ON audit_seals (key_id)',
  // What was sealed of a chain is read in the chain's order, however many seals there are.
  'CREATE INDEX ix_audit_sealed_heads_chain ON audit_sealed_heads (chain, place)',
  'DROP FUNCTION append_audit_seal',
  // Nothing that does not follow can be added: no place that is not there, no head that does not grow, no number but the
  // next. Of two that seal at the same moment one waits for the other and adds nothing.
  `CREATE FUNCTION append_audit_seal(
     new_number integer, sealed_at timestamptz, new_hash bytea, new_key_id text, new_signature bytea, heads jsonb,
     new_anchored text DEFAULT NULL
   )
   RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
   DECLARE
     added integer;
   BEGIN
     IF new_number IS DISTINCT FROM (SELECT coalesce(max(number), 0) + 1 FROM public.audit_seals) THEN
       RETURN false;
     END IF;
     IF NOT isfinite(sealed_at) OR octet_length(new_hash) <> 32 OR octet_length(new_signature) <> 64
       OR length(new_key_id) > 64 OR length(new_anchored) > 100
       OR jsonb_typeof(heads) <> 'array' OR jsonb_array_length(heads) = 0
     THEN
       RAISE EXCEPTION 'This is no seal.' USING ERRCODE = 'check_violation';
     END IF;
     IF EXISTS (
       SELECT FROM jsonb_to_recordset(heads) AS head (chain text, place integer, hash text)
       LEFT JOIN public.audit_heads h ON h.chain = head.chain
       LEFT JOIN public.audit_entries e ON e.chain = head.chain AND e.place = head.place
       WHERE h.chain IS NULL OR head.place <= h.sealed_place OR head.place > h.place
         OR encode(e.hash, 'hex') IS DISTINCT FROM head.hash
     ) THEN
       RAISE EXCEPTION 'A head does not follow.' USING ERRCODE = 'check_violation';
     END IF;
     INSERT INTO public.audit_seals (number, at, hash, key_id, signature, anchored)
     VALUES (new_number, sealed_at, new_hash, new_key_id, new_signature, new_anchored)
     ON CONFLICT (number) DO NOTHING;
     GET DIAGNOSTICS added = ROW_COUNT;
     IF added = 0 THEN
       RETURN false;
     END IF;
     INSERT INTO public.audit_sealed_heads (number, chain, place, hash)
     SELECT new_number, chain, place, decode(hash, 'hex')
     FROM jsonb_to_recordset(heads) AS head (chain text, place integer, hash text);
     UPDATE public.audit_heads AS h SET sealed_place = head.place
     FROM jsonb_to_recordset(heads) AS head (chain text, place integer) WHERE h.chain = head.chain;
     RETURN true;
   END $$`,
  `CREATE OR REPLACE FUNCTION append_audit_entry(new_chain text, new_entry text, new_key_id text, new_code text)
   RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
   DECLARE
     content jsonb := new_entry::jsonb;
     new_place integer;
     previous bytea;
     new_hash bytea;
     new_at timestamptz := (content ->> 'at')::timestamptz;
     new_listed uuid[] := ARRAY(SELECT one::uuid FROM jsonb_array_elements_text(content -> 'listed') AS one);
   BEGIN
     IF new_chain !~ '^((plan|person):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]{1,20})$'
       OR jsonb_typeof(content) <> 'object' OR jsonb_typeof(content -> 'events') IS DISTINCT FROM 'array'
       OR NOT coalesce(isfinite(new_at), false) OR new_at NOT BETWEEN '2000-01-01' AND '9000-01-01'
       OR length(new_entry) > 1000000 OR length(new_key_id) > 64 OR length(new_code) > 100
     THEN
       RAISE EXCEPTION 'This is no entry of the audit.' USING ERRCODE = 'check_violation';
     END IF;
     INSERT INTO public.audit_heads (chain, place, hash, sealed_place)
     VALUES (new_chain, 0, decode(repeat('00', 32), 'hex'), 0) ON CONFLICT (chain) DO NOTHING;
     SELECT place + 1, hash INTO new_place, previous FROM public.audit_heads WHERE chain = new_chain FOR UPDATE;
     new_hash := sha256(previous || convert_to(
       concat_ws(E'\\n', new_chain, new_place, new_key_id, new_code, new_entry), 'UTF8'));
     INSERT INTO public.audit_entries (
       chain, place, entry, key_id, code, hash, at, plan_id, person_id, subject_person_id, operation, allowed, listed
     ) VALUES (
       new_chain, new_place, new_entry, new_key_id, new_code, new_hash, new_at,
       (content ->> 'planId')::uuid, (content ->> 'personId')::uuid, (content ->> 'subjectPersonId')::uuid,
       content ->> 'operation', (content ->> 'allowed')::boolean, new_listed
     );
     INSERT INTO public.audit_listed (chain, place, plan_id, at)
     SELECT DISTINCT new_chain, new_place, one, new_at FROM unnest(new_listed) AS one
     WHERE content ->> 'subjectPersonId' IS NULL;
     UPDATE public.audit_heads SET place = new_place, hash = new_hash WHERE chain = new_chain;
   END $$`,
  'REVOKE EXECUTE ON FUNCTION append_audit_entry, append_audit_seal FROM PUBLIC',
];

/** The functions of the audit refuse what cannot follow, and seals say what was known to be kept outside. */
export class WatchedAudit1796043000000 implements MigrationInterface {
  readonly name = 'WatchedAudit1796043000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
