import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { checkPlanOperation } from '../domain/access/check-plan-operation.js';
import type { PlanOperation } from '../domain/access/operation-rules.js';
import { DomainError } from '../domain/plan/errors.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import type { Queryable } from '../persistence/queryable.js';
import type { Vault } from '../persistence/vault.js';
import { auditRefusal } from '../record/audit-refusal.js';
import type { PlanSight, PlanSightOf } from './plan-sight.js';
import type { ReadDatabase } from './read-database.js';
import type { Viewer } from './viewer.js';

/** What readers stand on. */
export interface ReaderParts {
  readonly reads: ReadDatabase;
  /** In the record's role, for the audit alone. */
  readonly database: Queryable;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly vault: Vault;
  /** What somebody may see; another one only where a test takes this wall away to see whether the other one stands. */
  readonly sightOf: PlanSightOf;
}

/** Reads one plan for somebody. Through it goes every read of a plan, and with it the rules, the walls and the audit. */
export class PlanReader {
  constructor(private readonly parts: ReaderParts) {}

  /**
   * Reads at one moment: what the viewer may see is decided on the very state that is read. It is on the audit before it
   * is returned; so is a try that is refused.
   * @param read Gets where to read, what may be seen, and how to read what is encrypted.
   * @throws DomainError PLAN.NOT_FOUND for a plan that is not there or that the viewer may not know of;
   *   ACTOR.NOT_PERMITTED for an operation that is not the viewer's.
   */
  async read<T>(
    viewer: Viewer<PlanOperation>,
    planId: string,
    read: (source: Queryable, sight: PlanSight, vault: Vault) => Promise<T>,
  ): Promise<T> {
    const { reads, audit, clock, database, vault } = this.parts;
    const at = await clock.now();
    try {
      const [found, sight] = await reads.as(viewer.actor, at, async (source) => {
        const sight = await this.sightOf(source, viewer, planId, at);
        return [await read(source, sight, vault), sight] as const;
      });
      await audit.add(database, {
        at,
        actor: viewer.actor,
        roles: sight.roles,
        operation: viewer.operation,
        planId,
        disclosed: sight.disclosed,
        allowed: true,
        origin: viewer.origin,
      });
      return found;
    } catch (error) {
      if (error instanceof DomainError && REFUSALS.includes(error.code)) {
        await auditRefusal(this.parts, { ...viewer, planId, refusal: error.code });
      }
      throw error;
    }
  }

  private async sightOf(
    source: Queryable,
    { actor, operation }: Viewer<PlanOperation>,
    planId: string,
    at: string,
  ): Promise<PlanSight> {
    const rows = await source.query<{ state: PlanState }[]>('SELECT state FROM plans WHERE id = $1', [
      planId,
    ]);
    const [row] = rows;
    if (row === undefined) throw new DomainError('PLAN.NOT_FOUND');
    const sight = this.parts.sightOf(row.state, actor, at);
    checkPlanOperation(operation, sight.sight);
    return sight;
  }
}

const REFUSALS: readonly string[] = ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'];
