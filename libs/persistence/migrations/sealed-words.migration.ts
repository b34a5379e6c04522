import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { FieldCipher } from '../encryption/field-cipher.js';
import { ErasureKeys } from '../erasure/erasure-keys.js';
import { personKeyName, planKeyName } from '../erasure/key-names.js';
import { SEALED_COLUMNS, type SealedForm } from '../sealed-words/sealed-columns.js';
import { WordSealer } from '../sealed-words/word-sealer.js';

interface NamedPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
}

/**
 * Words that somebody wrote about a plan, the names of people who work in no organisation, and birth dates become sealed.
 * It needs the field keys, so that what is there already is sealed too.
 */
export function sealedWords(cipher: FieldCipher): new () => MigrationInterface {
  return class SealedWords1774744200000 implements MigrationInterface {
    readonly name = 'SealedWords1774744200000';

    async up(queryRunner: QueryRunner): Promise<void> {
      const keys = new ErasureKeys(cipher);
      await queryRunner.query(
        'ALTER TABLE citizens ALTER COLUMN birth_date TYPE text USING birth_date::text',
      );
      await sealPeople(queryRunner, keys);
      await sealPlans(queryRunner, keys);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('Migrations run forward only.'));
    }
  };
}

async function sealPeople(runner: QueryRunner, keys: ErasureKeys): Promise<void> {
  const at = await moment(runner);
  const people = (await runner.query(
    `SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", c.birth_date AS "birthDate"
     FROM people p LEFT JOIN citizens c ON c.person_id = p.id WHERE cardinality(p.organisation_roles) = 0`,
  )) as NamedPerson[];
  for (const { id, givenName, familyName, birthDate } of people) {
    const sealer = new WordSealer(await keys.ensure(runner, personKeyName(id), at));
    await runner.query('UPDATE people SET given_name = $2, family_name = $3 WHERE id = $1', [
      id,
      sealer.words(givenName),
      sealer.words(familyName),
    ]);
    if (birthDate === null) continue;
    await runner.query('UPDATE citizens SET birth_date = $2 WHERE person_id = $1', [
      id,
      sealer.words(birthDate),
    ]);
  }
}

async function sealPlans(runner: QueryRunner, keys: ErasureKeys): Promise<void> {
  const at = await moment(runner);
  const plans = (await runner.query('SELECT id FROM plans')) as { id: string }[];
  const columns = await columnsToSeal(runner);
  for (const { id } of plans) {
    const sealer = new WordSealer(await keys.ensure(runner, planKeyName(id), at));
    for (const { table, column, form } of columns) {
      await sealColumn(runner, id, table, column, (value) => sealedAs(sealer, form, value));
    }
    await sealColumn(runner, id, 'version_parts', 'content', (value) =>
      JSON.stringify(sealedPart(sealer, value)),
    );
  }
}

/** Those that are there by now; what a later migration adds is sealed from its beginning. */
async function columnsToSeal(
  runner: QueryRunner,
): Promise<{ table: string; column: string; form: SealedForm }[]> {
  const rows = (await runner.query(
    `SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE table_schema = 'public'`,
  )) as { place: string }[];
  const there = new Set(rows.map(({ place }) => place));
  return Object.entries(SEALED_COLUMNS).flatMap(([table, columns]) =>
    Object.entries(columns)
      .filter(([column]) => there.has(`${table}.${column}`))
      .map(([column, form]) => ({ table, column, form })),
  );
}

/** Rows are told by where they lie: nobody else writes meanwhile. */
async function sealColumn(
  runner: QueryRunner,
  planId: string,
  table: string,
  column: string,
  seal: (value: unknown) => unknown,
): Promise<void> {
  const rows = (await runner.query(
    `SELECT ctid::text AS place, ${column} AS value FROM ${table} WHERE plan_id = $1 AND ${column} IS NOT NULL`,
    [planId],
  )) as { place: string; value: unknown }[];
  for (const { place, value } of rows) {
    await runner.query(`UPDATE ${table} SET ${column} = $2 WHERE ctid = $1::tid`, [place, seal(value)]);
  }
}

function sealedAs(sealer: WordSealer, form: SealedForm, value: unknown): unknown {
  switch (form) {
    case 'words':
      return sealer.words(String(value));
    case 'list':
      return (value as readonly string[]).map((one) => sealer.words(one));
    case 'structure':
      return JSON.stringify(sealer.structure(value));
  }
}

/** A section is a text; goals and agreements have their titles among ids, codes and dates. */
function sealedPart(sealer: WordSealer, value: unknown): unknown {
  if (typeof value === 'string') return sealer.words(value);
  if (Array.isArray(value)) return value.map((one) => sealedPart(sealer, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]: [string, unknown]) => {
      if (field === 'title') return [field, sealer.words(String(inner))];
      return [field, typeof inner === 'object' ? sealedPart(sealer, inner) : inner];
    }),
  );
}

async function moment(runner: QueryRunner): Promise<string> {
  const rows = (await runner.query('SELECT now() AS now')) as { now: string }[];
  return rows[0]?.now ?? '';
}
