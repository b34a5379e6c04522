import type { Client } from '@temporalio/client';
import type { Environment } from '../config/environment.js';
import { migrationNames } from '../persistence/migrations/index.js';
import type { Queryable } from '../persistence/queryable.js';
import type { Vault } from '../persistence/vault.js';
import { mailServerOf } from '../process/mail-server.js';
import { openScanner } from '../scanning/open-scanner.js';
import { databaseCheck } from './checks/database.check.js';
import { mailCheck } from './checks/mail.check.js';
import { providerCheck } from './checks/provider.check.js';
import { scannerCheck } from './checks/scanner.check.js';
import { sealingCheck } from './checks/sealing.check.js';
import { temporalCheck, workerCheck } from './checks/temporal.checks.js';
import type { HealthCheck } from './health-check.js';

export interface HealthParts {
  readonly environment: Environment;
  readonly database: Queryable;
  readonly vault: Vault;
}

/** What the API needs: the database. Without the rest commands are still taken, and what follows is caught up with. */
export function apiHealth(parts: HealthParts & { readonly client: Client }): HealthCheck[] {
  const { environment, client } = parts;
  return [
    ...database(parts),
    temporalCheck(client, false),
    workerCheck(client),
    mailCheck(mailServerOf(environment)),
    ...forPeople(parts),
    sealingCheck(parts.database),
  ];
}

/** What the portal needs: the database. While the provider is away, whoever is signed in goes on working. */
export function portalHealth(parts: HealthParts): HealthCheck[] {
  return [...database(parts), ...forPeople(parts)];
}

/** What a worker needs: database and Temporal. Mail that cannot be sent waits. */
export function workerHealth(parts: HealthParts & { readonly client: Client }): HealthCheck[] {
  return [
    ...database(parts),
    temporalCheck(parts.client, true),
    mailCheck(mailServerOf(parts.environment)),
    sealingCheck(parts.database),
  ];
}

function database({ environment, database: asked, vault }: HealthParts): HealthCheck[] {
  return [databaseCheck(asked, migrationNames(vault.cipher)), ...localSetup(environment)];
}

/** Says of a set-up on one machine, in which nobody needs a password, that it is one. It is no condition and cannot be away. */
function localSetup({ LOCAL_SETUP }: Environment): HealthCheck[] {
  const note = {
    name: 'localSetup',
    needed: false,
    check: () => Promise.resolve(),
    stands: Infinity,
  } as const;
  return LOCAL_SETUP ? [{ ...note, otherwise: 'DATABASE.AWAY' }] : [];
}

function forPeople({ environment }: HealthParts): HealthCheck[] {
  const scanner = environment.UPLOAD_SCANNER_URL === null ? [] : [scannerCheck(openScanner(environment))];
  return [providerCheck(environment.OIDC_ISSUER), ...scanner];
}
