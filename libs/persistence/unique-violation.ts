import { QueryFailedError } from 'typeorm';

/** PostgreSQL: a unique index refused a row. */
const UNIQUE_VIOLATION = '23505';

/** Whether the database refused a row because of a unique index, of this name if one is given. */
export function violatesUnique(error: unknown, constraint?: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driver = error.driverError as { code?: string; constraint?: string };
  return driver.code === UNIQUE_VIOLATION && (constraint === undefined || driver.constraint === constraint);
}
