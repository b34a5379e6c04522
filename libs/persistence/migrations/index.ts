import { FirstTables1772323200000 } from './first-tables.migration.js';
import { MachineClients1795680000000 } from './machine-clients.migration.js';
import { Sessions1795683600000 } from './sessions.migration.js';

/** All migrations, oldest first; each runs once, in one transaction with the others that are new. */
export const MIGRATIONS = [FirstTables1772323200000, MachineClients1795680000000, Sessions1795683600000];
