import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../libs/clock/clock.js';
import type { Environment } from '../../libs/config/environment.js';
import type { AuditLog } from '../../libs/audit/audit-log.js';
import type { Vault } from '../../libs/persistence/vault.js';
import { type PlanSightOf } from '../../libs/reading/plan-sight.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';
import type { HealthCheck } from '../../libs/health/health-check.js';

/** What the API stands on; whoever starts it makes these and ends them. */
export interface ApiParts {
  readonly environment: Environment;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Connected. */
  readonly database: DataSource;
  readonly record: PlanRecord;
  readonly vault: Vault;
  readonly audit: AuditLog;
  /** What somebody may see of a plan. */
  readonly sightOf: PlanSightOf;
  /** What the API needs to be there. */
  readonly health: readonly HealthCheck[];
  /** Ends them, after the last request. */
  readonly end: () => Promise<void>;
}
