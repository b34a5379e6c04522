import { AuditNotSealed, checkSealing } from '../../audit/sealing-watch.js';
import type { Queryable } from '../../persistence/queryable.js';
import { type HealthCheck, Unhealthy } from '../health-check.js';

/** Whether what was added to the audit is being sealed. */
export function sealingCheck(database: Queryable): HealthCheck {
  return {
    name: 'sealing',
    needed: false,
    // A database that does not answer is told as that.
    otherwise: 'DATABASE.AWAY',
    stands: 5_000,
    async check() {
      try {
        await checkSealing(database);
      } catch (error) {
        throw error instanceof AuditNotSealed ? new Unhealthy('SEALING.LATE', { cause: error }) : error;
      }
    },
  };
}
