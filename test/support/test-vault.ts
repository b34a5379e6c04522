import { randomBytes } from 'node:crypto';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { AuditLog } from '../../libs/audit/audit-log.js';
import type { Clock } from '../../libs/clock/clock.js';
import { Vault } from '../../libs/persistence/vault.js';
import { type AfterCommit, NothingAfterCommit } from '../../libs/record/after-commit.js';
import { PlanRecord } from '../../libs/record/plan-record.js';
import type { DataSource } from 'typeorm';

/** A vault with keys of one test run's own. */
export const testVault = new Vault({
  encryption: new Map([[1, randomBytes(32)]]),
  current: 1,
  hashing: randomBytes(32),
});

export const testAuditKeys = new AuditKeys([{ id: 'test', secret: randomBytes(32) }]);

/** An audit with keys of one test run's own. */
export const testAudit = new AuditLog(testVault.keys, testAuditKeys);

/** A record that works with the keys of this test run, or with others. */
export function recordOn(
  database: DataSource,
  clock: Clock,
  {
    afterCommit = new NothingAfterCommit(),
    vault = testVault,
    audit = testAudit,
  }: { afterCommit?: AfterCommit; vault?: Vault; audit?: AuditLog } = {},
): PlanRecord {
  return new PlanRecord({ database, clock, afterCommit, events: vault.events, audit });
}
