import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AuditKeys } from '../audit/audit-keys.js';
import { mustHaveKeys } from '../audit/keys-in-use.js';
import { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import type { Environment } from '../config/environment.js';
import { fieldKeysOf } from '../config/field-keys.js';
import { databaseTlsOf } from '../config/tls.js';
import { createDataSource } from '../persistence/data-source.js';
import { requireFitRole } from '../persistence/roles/fit-role.js';
import { Vault } from '../persistence/vault.js';
import { RelationsRegister } from '../register/relations-register.js';
import { PlanRecord } from '../record/plan-record.js';
import { type TemporalSettings, temporalClient } from '../temporal/temporal-client.js';
import { TemporalRelay } from '../temporal/temporal-relay.js';
import { CatchUp } from './catch-up.js';
import { requireNode } from './least-versions.js';
import { EmploymentFollowing } from './employment-following.js';
import { temporalSettingsOf } from './temporal-settings.js';

/** What every process stands on; whoever opens it closes it. */
export interface ProcessParts {
  readonly environment: Environment;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Connected. */
  readonly database: DataSource;
  readonly temporal: TemporalSettings;
  readonly client: Client;
  readonly relay: TemporalRelay;
  readonly vault: Vault;
  readonly audit: AuditLog;
  readonly record: PlanRecord;
  /** Waits for what is under way and closes everything, what is needed last being closed last. */
  close(): Promise<void>;
}

export interface ProcessChoice {
  readonly environment: Environment;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Most connections to the database; it works best with a few per core. */
  readonly poolSize: number;
}

/** Opens the database, Temporal and the record on top of them. Temporal may be away: it is asked when it is needed. */
export async function openProcess(choice: ProcessChoice): Promise<ProcessParts> {
  const { environment, clock, logger } = choice;
  requireNode();
  if (environment.LOCAL_SETUP) logger.warn('a local set-up: database, Temporal and mail may be without TLS');
  const vault = new Vault(fieldKeysOf(environment));
  const database = await createDataSource({
    url: environment.DATABASE_URL,
    tls: databaseTlsOf(environment),
    poolSize: choice.poolSize,
    keys: vault.keys,
    unfit: (planId, why) => {
      if (why === 'format') logger.info({ planId }, 'a snapshot of another release was folded anew');
      else logger.error({ planId, why }, 'a snapshot was not as it was written, and was not used');
    },
  }).initialize();
  const auditKeys = new AuditKeys(environment.AUDIT_KEYS);
  try {
    await requireFitRole(database);
    await mustHaveKeys(database, auditKeys);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  const audit = new AuditLog(vault.keys, auditKeys);
  const temporal = temporalSettingsOf(environment);
  const client = temporalClient(temporal);
  const relay = new TemporalRelay(client, database, clock, logger);
  const relations = environment.CUSTODY_RELATIONS;
  const custodyRegister =
    relations === null ? null : new RelationsRegister((text) => vault.cipher.hash(text), relations);
  const record = new PlanRecord({
    database,
    clock,
    afterCommit: relay,
    events: vault.events,
    audit,
    custodyRegister,
  });
  const catchUp = CatchUp.start(relay, { database, record }, clock, logger);
  const following = EmploymentFollowing.start({ database, clock, record }, logger);
  return {
    environment,
    logger,
    clock,
    database,
    temporal,
    client,
    relay,
    vault,
    audit,
    record,
    async close() {
      await following.stop();
      await catchUp.stop();
      await relay.close();
      await client.connection.close();
      await database.destroy();
    },
  };
}
