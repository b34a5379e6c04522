import type { DataSource } from 'typeorm';

/**
 * Makes destroyed keys lie nowhere any more: a key is destroyed by writing over its row, and what the row was before lies in
 * the table's file until the space is used again. The table is small and is written anew.
 */
export async function forgetDestroyedKeys(database: DataSource): Promise<void> {
  await database.query('VACUUM FULL erasure_keys');
}
