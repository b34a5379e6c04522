import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { FieldCipher } from '../encryption/field-cipher.js';
import {
  keepCodes,
  REGISTER_TABLES,
  type RegisterTableName,
  standingOf,
} from '../register-rows/register-rows.js';

const PAGE = 5_000;

/** Rows of the register get a code each over what decides who somebody is; those that stand are taken as they stand. */
export function registerCodes(cipher: FieldCipher): new () => MigrationInterface {
  return class RegisterCodes1796043100000 implements MigrationInterface {
    readonly name = 'RegisterCodes1796043100000';

    async up(queryRunner: QueryRunner): Promise<void> {
      for (const table of Object.keys(REGISTER_TABLES) as RegisterTableName[]) {
        await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN code text`);
        await codeAll(queryRunner, cipher, table);
      }
    }

    down(): Promise<void> {
      return Promise.reject(new Error('Migrations run forward only.'));
    }
  };
}

async function codeAll(
  queryRunner: QueryRunner,
  cipher: FieldCipher,
  table: RegisterTableName,
): Promise<void> {
  const { key } = REGISTER_TABLES[table];
  for (;;) {
    const rows = (await queryRunner.query(
      `SELECT ${key} AS id, ${standingOf(table)} AS standing FROM ${table} WHERE code IS NULL LIMIT $1`,
      [PAGE],
    )) as { id: string; standing: string }[];
    if (rows.length === 0) return;
    await keepCodes(queryRunner, cipher, table, rows);
  }
}
