import type { ValueTransformer } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';

/** Instants are ISO 8601 texts in the application; TypeORM hands out dates. */
export const instantColumn: ValueTransformer = {
  to: (value: Instant | null | undefined): Instant | null | undefined => value,
  from: (value: Date | null): Instant | null => (value === null ? null : value.toISOString()),
};

/** @returns The expression of a CHECK constraint that allows a column these values only. */
export function oneOf(column: string, values: readonly string[]): string {
  return `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;
}
