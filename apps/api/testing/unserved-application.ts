import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AuditKeys } from '../../../libs/audit/audit-keys.js';
import { AuditLog } from '../../../libs/audit/audit-log.js';
import { WallClock } from '../../../libs/clock/clock.js';
import { fieldKeysOf } from '../../../libs/config/field-keys.js';
import { createDataSource } from '../../../libs/persistence/data-source.js';
import { Vault } from '../../../libs/persistence/vault.js';
import { planSightOf } from '../../../libs/reading/plan-sight.js';
import { NothingAfterCommit } from '../../../libs/record/after-commit.js';
import { PlanRecord } from '../../../libs/record/plan-record.js';
import { createApplication } from '../create-application.js';
import { processLog } from '../../../libs/process/process-log.js';
import { testEnvironment } from './test-environment.js';

/** The API without any server behind it: enough to describe it and to refuse what never reaches the record. */
export async function unservedApplication(
  over: Readonly<Record<string, string>> = {},
): Promise<{ app: NestExpressApplication; document: OpenAPIObject }> {
  const environment = testEnvironment(over);
  const clock = new WallClock();
  const database = createDataSource({ url: environment.DATABASE_URL, poolSize: 1, keys: null });
  const vault = new Vault(fieldKeysOf(environment));
  const audit = new AuditLog(vault.keys, new AuditKeys(environment.AUDIT_KEYS));
  const afterCommit = new NothingAfterCommit();
  const parts = {
    environment,
    logger: processLog('api', environment.LOG_LEVEL),
    clock,
    database,
    record: new PlanRecord({ database, clock, afterCommit, events: vault.events, audit }),
    vault,
    audit,
    sightOf: planSightOf,
    health: [],
    end: () => Promise.resolve(),
  };
  const { app, document } = await createApplication(parts);
  await app.init();
  return { app, document };
}
