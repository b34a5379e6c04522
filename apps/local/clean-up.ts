import { closeDataFolder } from './data-folder.js';
import { readSettings } from './settings.js';

/** Stops what a start that was killed left running in the data folder. */
await closeDataFolder(readSettings(process.env).home);
process.exit(0);
