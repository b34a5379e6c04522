import type { EntityManager } from 'typeorm';
import type { z } from 'zod';

const PAGE = 500;

/** A row as a schema reads it, or as it came if it is not of that form. */
export type ReadRow<T> =
  { readonly row: T } | { readonly row: null; readonly raw: Readonly<Record<string, unknown>> };

/**
 * Reads the rows of a statement through a schema, a page at a time, by a cursor of the transaction: memory does not grow with
 * the table, and no row can stop it.
 * @param statement Selects nothing but what any row can be read with: moments as text.
 */
export async function* everyRow<T>(
  manager: EntityManager,
  name: string,
  statement: string,
  schema: z.ZodType<T>,
): AsyncGenerator<ReadRow<T>> {
  await manager.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${statement}`);
  try {
    for (;;) {
      const rows = await manager.query<Record<string, unknown>[]>(`FETCH ${PAGE} FROM ${name}`);
      for (const raw of rows) {
        const read = schema.safeParse(raw);
        yield read.success ? { row: read.data } : { row: null, raw };
      }
      if (rows.length < PAGE) return;
    }
  } finally {
    await manager.query(`CLOSE ${name}`).catch(() => undefined);
  }
}

/** A column of instants as text that any value has, infinity too; as `toISOString` writes it but for the end. */
export function momentOf(column: string): string {
  return `to_jsonb(${column}) #>> '{}'`;
}

/** A number in a row that a schema did not take. */
export function numberIn(raw: Readonly<Record<string, unknown>>, field: string): number {
  const value = raw[field];
  return typeof value === 'number' ? value : 0;
}

/** A text in a row that a schema did not take. */
export function textIn(raw: Readonly<Record<string, unknown>>, field: string): string {
  const value = raw[field];
  return typeof value === 'string' ? value : '';
}
