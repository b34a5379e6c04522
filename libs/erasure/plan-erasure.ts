import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import type { Instant } from '../domain/calendar/index.js';
import { DomainError, ensure } from '../domain/plan/errors.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import { planKeyName } from '../persistence/erasure/key-names.js';
import { ErasureRefused } from './erasure-refused.js';
import { PLAN_TABLES } from './erased-tables.js';
import { erasePerson, type ErasureParts, type Erasing, holdUninvolved } from './erase-person.js';

/** What became of a plan that was to be erased. */
export interface ErasedPlan {
  readonly planId: string;
  readonly erasedAt: Instant;
  /** False if it had been erased before. */
  readonly now: boolean;
  /** How many people went with it. */
  readonly people: number;
}

interface HeldPlan {
  readonly state: PlanState | null;
  readonly endedAt: Instant | null;
  readonly erasedAt: Instant | null;
}

/** Erases plans that have ended, and with each the people who take part in nothing else. */
export class PlanErasure {
  constructor(
    private readonly parts: ErasureParts & { readonly database: DataSource; readonly clock: Clock },
  ) {}

  /**
   * Erases a plan: its read models, documents and notices go, and with its key what its events say, here and in every
   * backup; a stone stays. In one transaction under the plan's lock, so a command comes before or finds no plan.
   * @throws DomainError PLAN.NOT_FOUND, PLAN.NOT_ENDED; ErasureRefused ERASURE.HELD_BACK, ERASURE.NOTICE_UNDER_WAY while something of
   *   the plan is being sent.
   */
  async erase(planId: string, by: Omit<Erasing, 'at'>): Promise<ErasedPlan> {
    const { database, clock } = this.parts;
    const at = await clock.now();
    return database.transaction(async (manager) => {
      const plan = await held(manager, planId);
      if (plan.erasedAt !== null) return { planId, erasedAt: plan.erasedAt, now: false, people: 0 };
      ensure(plan.endedAt !== null && plan.state !== null, 'PLAN.NOT_ENDED');
      await nothingHoldsBack(manager, planId);
      const involved = await peopleOf(manager, planId, plan.state);
      await this.makeStone(manager, planId, { ...by, at });
      const people = await this.erasePeople(manager, involved, { ...by, at });
      return { planId, erasedAt: at, now: true, people };
    });
  }

  /**
   * Takes away again what a restored backup has brought back of a plan that was erased: its key is destroyed, its rows are
   * there. @returns How many people went with it.
   */
  async eraseAgain(planId: string, by: Omit<Erasing, 'at'>): Promise<number> {
    const { database, clock } = this.parts;
    const at = await clock.now();
    return database.transaction(async (manager) => {
      const plan = await held(manager, planId);
      if (plan.erasedAt !== null) return 0;
      const involved = plan.state === null ? [] : await peopleOf(manager, planId, plan.state);
      await manager.query('UPDATE plans SET ended_at = coalesce(ended_at, $2) WHERE id = $1', [planId, at]);
      await this.makeStone(manager, planId, { ...by, at });
      return this.erasePeople(manager, involved, { ...by, at });
    });
  }

  private async makeStone(
    manager: EntityManager,
    planId: string,
    { at, actor, origin }: Erasing,
  ): Promise<void> {
    const { vault, audit } = this.parts;
    for (const table of PLAN_TABLES) await manager.query(`DELETE FROM ${table} WHERE plan_id = $1`, [planId]);
    await manager.query('DELETE FROM idempotency_keys WHERE subject_id = $1', [planId]);
    await manager.query(
      `UPDATE plans SET citizen_person_id = NULL, phase = NULL, course_type = NULL, cluster = NULL,
         municipality_code = NULL, department = NULL, organisation_id = NULL, coordinator_person_id = NULL,
         deputy_person_id = NULL, deputy_from = NULL, deputy_to = NULL, state = NULL, wait_state = NULL, next_step = NULL,
         next_at = NULL, overdue_since = NULL, problem = NULL, next_follow_up_on = NULL, updated_at = NULL,
         end_reason = NULL, erased_at = $2
       WHERE id = $1`,
      [planId, at],
    );
    await vault.keys.destroy(manager, planKeyName(planId), at);
    const note = { at, actor, roles: [], operation: 'erasePlan', planId, allowed: true, origin };
    await audit.add(manager, note);
  }

  /** In the order of their ids, so that two erasures never wait for each other. */
  private async erasePeople(
    manager: EntityManager,
    personIds: readonly string[],
    erasing: Erasing,
  ): Promise<number> {
    let erased = 0;
    for (const personId of [...personIds].sort()) {
      if ((await holdUninvolved(manager, personId)) === null) continue;
      await erasePerson(manager, this.parts, personId, erasing);
      erased += 1;
    }
    return erased;
  }
}

async function held(manager: EntityManager, planId: string): Promise<HeldPlan> {
  const rows = await manager.query<HeldPlan[]>(
    'SELECT id, state, ended_at AS "endedAt", erased_at AS "erasedAt" FROM plans WHERE id = $1 FOR UPDATE',
    [planId],
  );
  const [row] = rows;
  if (row === undefined) throw new DomainError('PLAN.NOT_FOUND');
  return row;
}

async function nothingHoldsBack(manager: EntityManager, planId: string): Promise<void> {
  const holds = await manager.query<unknown[]>(
    'SELECT 1 FROM erasure_holds WHERE plan_id = $1 AND released_at IS NULL',
    [planId],
  );
  if (holds.length > 0) throw new ErasureRefused('ERASURE.HELD_BACK');
  // Held until the transaction ends: what is queued nobody can claim any more, and goes with the plan.
  const unsent = await manager.query<{ status: string }[]>(
    `SELECT status FROM notices WHERE plan_id = $1 AND status IN ('queued', 'claimed') FOR UPDATE`,
    [planId],
  );
  if (unsent.some(({ status }) => status === 'claimed')) throw new ErasureRefused('ERASURE.NOTICE_UNDER_WAY');
}

/** Everybody who had a part in the plan, also those who left it. */
async function peopleOf(manager: EntityManager, planId: string, state: PlanState): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT person_id AS id FROM participants WHERE plan_id = $1
     UNION SELECT person_id FROM coordinator_periods WHERE plan_id = $1`,
    [planId],
  );
  const ofState = [
    state.citizenPersonId,
    ...Object.values(state.participants).map(({ personId }) => personId),
  ];
  return [...new Set([...rows.map(({ id }) => id), ...ofState])];
}
