import type { LocalSystem } from './local-system.js';
import { startDatabase } from './phases/database.phase.js';
import { fillInDemonstration } from './phases/demonstration.phase.js';
import { rememberEnvironment } from './phases/environment.phase.js';
import { startMail } from './phases/mail.phase.js';
import { startApi, startPortal, startWorker } from './phases/processes.phase.js';
import { waitUntilReady } from './phases/readiness.phase.js';
import { migrateDatabase } from './phases/migration.phase.js';
import { registerWithTemporal } from './phases/registration.phase.js';
import { provideSecrets } from './phases/secrets.phase.js';
import { startSignIn } from './phases/sign-in.phase.js';
import { startTemporal } from './phases/temporal.phase.js';

/** One step of the start. It builds up the system and leaves with it what has to be stopped. */
export type StartPhase = (system: LocalSystem) => Promise<void>;

/** The whole start, in its order; the stop goes the other way. */
export const START_PHASES: readonly StartPhase[] = [
  provideSecrets,
  startDatabase,
  startMail,
  startTemporal,
  startSignIn,
  migrateDatabase,
  registerWithTemporal,
  rememberEnvironment,
  startApi,
  startPortal,
  startWorker,
  waitUntilReady,
  fillInDemonstration,
];
