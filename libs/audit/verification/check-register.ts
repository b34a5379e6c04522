import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { FieldCipher } from '../../persistence/encryption/field-cipher.js';
import {
  isProven,
  REGISTER_TABLES,
  type RegisterTableName,
  standingOf,
} from '../../persistence/register-rows/register-rows.js';
import type { Report } from './finding.types.js';
import { everyRow, textIn } from './rows.js';

const registerRow = z.object({ id: z.string(), standing: z.string(), code: z.string().nullable() });

/** Every row of the register that decides who somebody is was written by somebody who has the keys. */
export async function checkRegister(
  manager: EntityManager,
  cipher: FieldCipher,
  report: Report,
): Promise<number> {
  let count = 0;
  for (const table of Object.keys(REGISTER_TABLES) as RegisterTableName[]) {
    const statement = `SELECT ${REGISTER_TABLES[table].key} AS id, ${standingOf(table)} AS standing, code FROM ${table}`;
    for await (const read of everyRow(manager, `register_${table}`, statement, registerRow)) {
      count += 1;
      if (read.row !== null && isProven(cipher, read.row)) continue;
      const about = read.row?.id ?? textIn('raw' in read ? read.raw : {}, 'id');
      report({ kind: 'registerRowForged', chain: table, place: 0, about });
    }
  }
  return count;
}
