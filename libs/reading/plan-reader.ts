import type { DataSource } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { checkPlanOperation } from '../domain/access/check-plan-operation.js';
import type { PlanOperation } from '../domain/access/operation-rules.js';
import { DomainError } from '../domain/plan/errors.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import { actingBy, type Employment, employmentOf, sameEmployment } from '../domain/standing/standing.js';
import type { PersonActor } from '../identity/actor-of-token.js';
import type { Queryable } from '../persistence/queryable.js';
import type { Vault } from '../persistence/vault.js';
import { auditRefusal } from '../record/audit-refusal.js';
import { organisationsFrom } from '../record/employments.js';
import type { PlanSight, PlanSightOf } from './plan-sight.js';
import type { ReadDatabase } from './read-database.js';
import type { Viewer } from './viewer.js';
import { checkWordsOfOthers } from './words-of-others.js';

/** What readers stand on. */
export interface ReaderParts {
  readonly reads: ReadDatabase;
  /** In the record's role, for the audit and for what a reader is to a person; never for what is shown. */
  readonly database: DataSource;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly vault: Vault;
  /** What somebody may see; another one only where a test takes this wall away to see whether the other one stands. */
  readonly sightOf: PlanSightOf;
}

/** What somebody saw, and who they were by the register when they saw it. */
interface SeenBy {
  readonly sight: PlanSight;
  readonly actor: PersonActor;
}

type HeldRow = Employment & { readonly state: PlanState | null };

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
    const { reads, clock, vault } = this.parts;
    try {
      for (;;) {
        const at = await clock.now();
        const [found, sight, actor] = await reads.as(viewer, at, async (source, actor) => {
          const sight = await this.sightOf(source, { ...viewer, actor }, planId, at);
          const shown = await read(source, sight, vault);
          checkWordsOfOthers(source, [sight.state], viewer.actor.personId);
          return [shown, sight, actor] as const;
        });
        if (await this.noted(viewer, planId, { sight, actor })) return found;
      }
    } catch (error) {
      if (error instanceof DomainError && REFUSALS.includes(error.code)) {
        await auditRefusal(this.parts, { ...viewer, planId, refusal: error.code });
      }
      throw error;
    }
  }

  /**
   * Puts a read on the audit, while nothing can take the right to it away: neither the plan nor the viewer's employment.
   * @returns Whether it may be shown. Not if something that was read was taken from the viewer meanwhile: then it must be read
   *   again, for what is left.
   */
  private noted(viewer: Viewer<PlanOperation>, planId: string, { sight, actor }: SeenBy): Promise<boolean> {
    const { audit, database } = this.parts;
    const { operation, origin } = viewer;
    return database.transaction(async (manager) => {
      const now = await this.held(manager, viewer.actor, sight.state);
      const isChanged = now.state !== null || !sameEmployment(employmentOf(now.actor), employmentOf(actor));
      if (isChanged && !this.parts.sightOf(now.state ?? sight.state, now.actor, sight.at).covers(sight))
        return false;
      await audit.add(manager, {
        at: sight.at,
        actor,
        roles: sight.roles,
        operation,
        planId,
        disclosed: sight.disclosed,
        allowed: true,
        origin,
      });
      return true;
    });
  }

  /** Holds the plan and the viewer's employment as they are; the plan's state if that is another one, or null. */
  private async held(
    manager: Queryable,
    viewer: PersonActor,
    { planId, seq }: PlanState,
  ): Promise<{ readonly state: PlanState | null; readonly actor: PersonActor }> {
    const rows = await manager.query<HeldRow[]>(
      `WITH plan AS MATERIALIZED (
         SELECT id, CASE WHEN seq <> $2 OR seq < newest THEN state END AS state, newest AS "newestEvent"
         FROM plans, LATERAL (SELECT max(seq) AS newest FROM plan_events WHERE plan_id = plans.id) events
         WHERE id = $1 FOR SHARE OF plans
       ), person AS MATERIALIZED (
         SELECT organisation_id, organisation_roles FROM people WHERE id = $3 AND erased_at IS NULL FOR SHARE
       )
       SELECT plan.*, coalesce(person.organisation_roles, '{}') AS roles,
         ${organisationsFrom('person.organisation_id')} AS "worksIn"
       FROM plan LEFT JOIN person ON true`,
      [planId, seq, viewer.personId],
    );
    const [row] = rows;
    if (row === undefined) throw new DomainError('PLAN.NOT_FOUND');
    return { state: row.state, actor: actingBy(viewer, row) };
  }

  private async sightOf(
    source: Queryable,
    { actor, operation }: Viewer<PlanOperation>,
    planId: string,
    at: string,
  ): Promise<PlanSight> {
    const rows = await source.query<{ state: PlanState }[]>('SELECT id, state FROM plans WHERE id = $1', [
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
