import { FirstTables1772323200000 } from './first-tables.migration.js';

/** All migrations, oldest first; each runs once, in one transaction with the others that are new. */
export const MIGRATIONS = [FirstTables1772323200000];
