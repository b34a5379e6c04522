import { SEALED_COLUMNS } from '../../persistence/sealed-words/sealed-columns.js';
import type { WordSealer } from '../../persistence/sealed-words/word-sealer.js';
import type { EventContext } from './projection.types.js';

/** What a column can be given; `json` wraps what goes into a jsonb column. */
export type ColumnValue = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, ColumnValue>>;

type Place = Pick<EventContext, 'manager' | 'planId' | 'sealer'>;

/** A value for a jsonb column. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}

/** Inserts one row of the plan. Names of tables and columns are constants of the caller, never input. */
export async function insertRow(place: Place, table: string, row: Row): Promise<void> {
  const { columns, values } = columnsOf({ plan_id: place.planId, ...sealed(place.sealer, table, row) });
  await place.manager.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    values,
  );
}

/** Inserts one row of the plan, or gives the row with this key the other values. */
export async function upsertRow(place: Place, table: string, key: Row, row: Row): Promise<void> {
  const { columns, values } = columnsOf({
    plan_id: place.planId,
    ...key,
    ...sealed(place.sealer, table, row),
  });
  await place.manager.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})
     ON CONFLICT (${['plan_id', ...Object.keys(key)].join(', ')}) DO UPDATE SET
     ${Object.keys(row)
       .map((column) => `${column} = EXCLUDED.${column}`)
       .join(', ')}`,
    values,
  );
}

/** Changes the plan's rows with these values: null in `where` means that the column is null. */
export async function updateRows(place: Place, table: string, where: Row, row: Row): Promise<void> {
  const changed = Object.keys(row);
  const values: ColumnValue[] = Object.values(sealed(place.sealer, table, row));
  const scope: Row = { plan_id: place.planId, ...where };
  const conditions = Object.entries(scope).map(([column, value]) => {
    if (value === null) return `${column} IS NULL`;
    values.push(value);
    return `${column} = $${values.length}`;
  });
  await place.manager.query(
    `UPDATE ${table} SET ${changed.map((column, index) => `${column} = $${index + 1}`).join(', ')}
     WHERE ${conditions.join(' AND ')}`,
    values,
  );
}

/** Removes the plan's rows with these values. */
export async function deleteRows(place: Place, table: string, where: Row): Promise<void> {
  const { columns, values } = columnsOf({ plan_id: place.planId, ...where });
  await place.manager.query(
    `DELETE FROM ${table} WHERE ${columns.map((column, index) => `${column} = $${index + 1}`).join(' AND ')}`,
    values,
  );
}

/** The row as it is kept: what somebody wrote, sealed. */
function sealed(sealer: WordSealer, table: string, row: Row): Row {
  const forms = SEALED_COLUMNS[table] ?? {};
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      forms[column] === undefined ? value : sealedValue(sealer, value),
    ]),
  );
}

function sealedValue(sealer: WordSealer, value: ColumnValue): ColumnValue {
  if (typeof value === 'string') return sealer.words(value);
  return Array.isArray(value) ? value.map((text) => sealer.words(text as string)) : value;
}

function columnsOf(row: Row): { columns: string[]; values: ColumnValue[] } {
  return { columns: Object.keys(row), values: Object.values(row) };
}
