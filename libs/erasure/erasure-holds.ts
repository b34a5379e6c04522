import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { AuditNote, Origin } from '../audit/audit-entry.types.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { Refusal } from '../contracts/refusal.js';
import type { Instant } from '../domain/calendar/index.js';
import { DomainError } from '../domain/plan/errors.js';
import type { PersonActor } from '../identity/actor-of-token.js';
import { planKeyName } from '../persistence/erasure/key-names.js';
import type { Queryable } from '../persistence/queryable.js';
import { WordSealer } from '../persistence/sealed-words/word-sealer.js';
import { violatesUnique } from '../persistence/unique-violation.js';
import type { Vault } from '../persistence/vault.js';

/** A plan whose erasure is held back, with why and by whom. */
export interface ErasureHold {
  readonly holdId: string;
  readonly planId: string;
  readonly reason: string;
  readonly heldAt: Instant;
  readonly heldByPersonId: string;
  readonly releasedAt: Instant | null;
  readonly releasedByPersonId: string | null;
}

export const HOLD_COLUMNS = `hold_id AS "holdId", plan_id AS "planId", reason, held_at AS "heldAt",
  held_by_person_id AS "heldByPersonId", released_at AS "releasedAt", released_by_person_id AS "releasedByPersonId"`;

export interface HoldParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly audit: AuditLog;
}

type HoldOperation = 'holdBackErasure' | 'releaseErasure';

/** An administrator, and from where. */
export interface Holder {
  readonly actor: PersonActor;
  readonly origin: Origin;
}

/**
 * Holds back the erasure of a plan that the law or a dispute still needs (GDPR article 17(3)), and lets it go again. Both are
 * on the audit of the plan, and so known to its citizen.
 */
export class ErasureHolds {
  constructor(private readonly parts: HoldParts) {}

  /**
   * @param holdId The hold's id; holding back again under the same one changes nothing.
   * @throws DomainError PLAN.NOT_FOUND, also for a plan that was erased; Refusal ERASURE.ALREADY_HELD_BACK
   */
  async holdBack(
    holder: Holder,
    planId: string,
    reason: string,
    holdId: string = randomUUID(),
  ): Promise<ErasureHold> {
    const { database, clock, vault } = this.parts;
    const at = await clock.now();
    try {
      return await database.transaction(async (manager) => {
        await heldPlan(manager, planId);
        const sealer = new WordSealer(await vault.keys.ensure(manager, planKeyName(planId), at));
        const rows = await manager.query<ErasureHold[]>(
          `INSERT INTO erasure_holds (hold_id, plan_id, reason, held_at, held_by_person_id)
           VALUES ($1, $2, $3, $4, $5) RETURNING ${HOLD_COLUMNS}`,
          [holdId, planId, sealer.words(reason), at, holder.actor.personId],
        );
        await this.note(manager, 'holdBackErasure', holder, planId, at);
        return only(rows);
      });
    } catch (error) {
      if (!violatesUnique(error)) throw error;
      const same = await holdOf(database, holdId);
      if (same === null) throw new Refusal('ERASURE.ALREADY_HELD_BACK');
      return same;
    }
  }

  /**
   * Answers again for a hold that was made or released before, as it is now.
   * @throws Refusal ERASURE.NOT_HELD_BACK
   */
  async answerAgain(operation: HoldOperation, holder: Holder, holdId: string): Promise<ErasureHold> {
    const { database, clock } = this.parts;
    const at = await clock.now();
    return database.transaction(async (manager) => {
      const hold = await holdOf(manager, holdId);
      if (hold === null) throw new Refusal('ERASURE.NOT_HELD_BACK');
      await this.note(manager, operation, holder, hold.planId, at, { repeated: true });
      return hold;
    });
  }

  /** Releasing again changes nothing. @throws Refusal ERASURE.NOT_HELD_BACK */
  async release(holder: Holder, holdId: string): Promise<ErasureHold> {
    const { database, clock } = this.parts;
    const at = await clock.now();
    return database.transaction(async (manager) => {
      const hold = await holdOf(manager, holdId, 'FOR UPDATE');
      if (hold === null) throw new Refusal('ERASURE.NOT_HELD_BACK');
      if (hold.releasedAt !== null) return hold;
      await manager.query(
        'UPDATE erasure_holds SET released_at = $2, released_by_person_id = $3 WHERE hold_id = $1',
        [holdId, at, holder.actor.personId],
      );
      await this.note(manager, 'releaseErasure', holder, hold.planId, at);
      return { ...hold, releasedAt: at, releasedByPersonId: holder.actor.personId };
    });
  }

  private async note(
    manager: EntityManager,
    operation: HoldOperation,
    { actor, origin }: Holder,
    planId: string,
    at: Instant,
    told: Pick<AuditNote, 'repeated'> = {},
  ): Promise<void> {
    const roles = actor.organisationRoles;
    const note = { at, actor, roles, operation, planId, allowed: true, origin };
    await this.parts.audit.add(manager, { ...note, ...told });
  }
}

/** The plan's erasure waits for this transaction, or was before it. */
async function heldPlan(manager: EntityManager, planId: string): Promise<void> {
  const rows = await manager.query<unknown[]>(
    'SELECT 1 FROM plans WHERE id = $1 AND erased_at IS NULL FOR KEY SHARE',
    [planId],
  );
  if (rows.length === 0) throw new DomainError('PLAN.NOT_FOUND', { field: 'planId' });
}

async function holdOf(
  source: Queryable,
  holdId: string,
  lock: '' | 'FOR UPDATE' = '',
): Promise<ErasureHold | null> {
  const rows = await source.query<ErasureHold[]>(
    `SELECT ${HOLD_COLUMNS} FROM erasure_holds WHERE hold_id = $1 ${lock}`,
    [holdId],
  );
  return rows[0] ?? null;
}

function only(rows: readonly ErasureHold[]): ErasureHold {
  const [row] = rows;
  if (row === undefined) throw new Error('What was just written is not there.');
  return row;
}
