import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ContactBook } from '../contact-details/contact-book.js';
import type { ContactDetails } from '../contact-details/contact-details.js';
import type { FieldCipher } from '../encryption/field-cipher.js';
import { ErasureKeys } from '../erasure/erasure-keys.js';
import { personKeyName, planKeyName } from '../erasure/key-names.js';

const BEFORE = [
  `CREATE TABLE erasure_keys (
    name text NOT NULL,
    wrapped bytea,
    created_at timestamptz NOT NULL,
    destroyed_at timestamptz,
    CONSTRAINT pk_erasure_keys PRIMARY KEY (name)
  )`,
  `CREATE TABLE contact_details (
    person_id uuid NOT NULL,
    content bytea NOT NULL,
    email_hash bytea,
    CONSTRAINT pk_contact_details PRIMARY KEY (person_id),
    CONSTRAINT fk_contact_details_person_id FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
  'CREATE INDEX ix_contact_details_email ON contact_details (email_hash) WHERE email_hash IS NOT NULL',
  'ALTER TABLE plan_events ADD COLUMN content bytea',
];

const AFTER = [
  'ALTER TABLE people DROP COLUMN email, DROP COLUMN telephone, DROP COLUMN address',
  'ALTER TABLE plan_events ALTER COLUMN content SET NOT NULL, DROP COLUMN data',
  // Answers are kept for repeated requests only; those of before could not be read any more.
  'DELETE FROM idempotency_keys',
  'ALTER TABLE idempotency_keys DROP COLUMN response, ADD COLUMN response bytea',
];

/**
 * Contact details, events and documents become encrypted, each under the key of the person or plan that it belongs to.
 * It needs the field keys, so that what is there already is encrypted too.
 */
export function encryptedContent(cipher: FieldCipher): new () => MigrationInterface {
  return class EncryptedContent1774483200000 implements MigrationInterface {
    readonly name = 'EncryptedContent1774483200000';

    async up(queryRunner: QueryRunner): Promise<void> {
      const keys = new ErasureKeys(cipher);
      for (const statement of BEFORE) await queryRunner.query(statement);
      await encryptPeople(queryRunner, keys, cipher);
      await encryptPlans(queryRunner, keys);
      for (const statement of AFTER) await queryRunner.query(statement);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('Migrations run forward only.'));
    }
  };
}

type PersonRow = ContactDetails & { readonly id: string; readonly cpr: Buffer | null };

async function encryptPeople(runner: QueryRunner, keys: ErasureKeys, cipher: FieldCipher): Promise<void> {
  const contacts = new ContactBook(keys, cipher);
  const at = await moment(runner);
  const people = (await runner.query(
    `SELECT p.id, p.email, p.telephone, p.address, c.cpr_encrypted AS cpr
     FROM people p LEFT JOIN citizens c ON c.person_id = p.id`,
  )) as PersonRow[];
  for (const { id, cpr, ...details } of people) {
    await contacts.write(runner, id, details, at);
    if (cpr === null) continue;
    const key = await keys.ensure(runner, personKeyName(id), at);
    await runner.query('UPDATE citizens SET cpr_encrypted = $2 WHERE person_id = $1', [
      id,
      key.encrypt(cipher.decrypt(cpr, id), 'cpr'),
    ]);
  }
}

async function encryptPlans(runner: QueryRunner, keys: ErasureKeys): Promise<void> {
  const at = await moment(runner);
  const plans = (await runner.query('SELECT id FROM plans')) as { id: string }[];
  for (const { id } of plans) {
    const key = await keys.ensure(runner, planKeyName(id), at);
    const events = (await runner.query('SELECT seq, data FROM plan_events WHERE plan_id = $1', [id])) as {
      seq: number;
      data: unknown;
    }[];
    for (const { seq, data } of events) {
      await runner.query('UPDATE plan_events SET content = $3 WHERE plan_id = $1 AND seq = $2', [
        id,
        seq,
        key.encrypt(JSON.stringify(data), `event ${seq}`),
      ]);
    }
    const documents = (await runner.query('SELECT id, content FROM documents WHERE plan_id = $1', [id])) as {
      id: string;
      content: Buffer;
    }[];
    for (const document of documents) {
      await runner.query('UPDATE documents SET content = $2 WHERE id = $1', [
        document.id,
        key.encrypt(document.content, `document ${document.id}`),
      ]);
    }
  }
}

async function moment(runner: QueryRunner): Promise<string> {
  const rows = (await runner.query('SELECT now() AS now')) as { now: string }[];
  return rows[0]?.now ?? '';
}
