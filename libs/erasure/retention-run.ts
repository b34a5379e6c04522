import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Origin } from '../audit/audit-entry.types.js';
import type { Clock } from '../clock/clock.js';
import type { RetentionResult } from '../contracts/retention.js';
import { addDuration, type Instant } from '../domain/calendar/index.js';
import type { Actor } from '../domain/plan/actor.js';
import { DomainError } from '../domain/plan/errors.js';
import type { EndReason } from '../domain/plan/plan.types.js';
import {
  addressesErasedBefore,
  personErasableFrom,
  planErasableFrom,
  uninvolvedBefore,
} from '../domain/retention/retention.rules.js';
import type { RetentionMonths } from '../domain/retention/retention.types.js';
import { erasePerson, type ErasureParts, holdUninvolved, uninvolvedPeople } from './erase-person.js';
import { ErasureRefused } from './erasure-refused.js';
import { forgetDestroyedKeys } from './forget-keys.js';
import { PlanErasure } from './plan-erasure.js';
import type { RetentionSettings } from './retention-settings.js';

const PAGE = 500;
const MINUTES_OF_A_DAY = 24 * 60;
const PROCESS: Actor = { kind: 'process' };

export interface RetentionParts extends ErasureParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Erases whatever has been kept for its time: plans and people, network addresses in the audit, answers to requests; and again
 * what a restored backup has brought back. One plan or person is one transaction; what fails is tried by the next run.
 */
export class RetentionRun {
  readonly #plans: PlanErasure;

  constructor(
    private readonly parts: RetentionParts,
    private readonly settings: RetentionSettings,
  ) {
    this.#plans = new PlanErasure(parts);
  }

  /**
   * @param origin From where it was started.
   * @param alive Called every now and then.
   */
  async apply(origin: Origin, alive: () => void = () => undefined): Promise<RetentionResult> {
    const at = await this.parts.clock.now();
    const again = await this.eraseAgain(origin, alive);
    const plans = await this.erasePlans(at, origin, alive);
    const people = await this.erasePeople(at, origin, alive);
    const addressMonths = await this.forgetAddresses(at);
    const answers = await this.forgetAnswers(at);
    const result = {
      ...plans,
      people: plans.people + people + again.people,
      again: again.plans,
      addressMonths,
      answers,
    };
    if (result.plans + result.people + result.again + addressMonths > 0)
      await forgetDestroyedKeys(this.parts.database);
    return result;
  }

  private async erasePlans(
    at: Instant,
    origin: Origin,
    alive: () => void,
  ): Promise<Pick<RetentionResult, 'plans' | 'people' | 'heldBack' | 'failed'>> {
    const result = { plans: 0, people: 0, heldBack: 0, failed: 0 };
    for await (const planId of this.duePlans(at)) {
      alive();
      try {
        const { people } = await this.#plans.erase(planId, { actor: PROCESS, origin });
        result.plans += 1;
        result.people += people;
      } catch (error) {
        if (error instanceof ErasureRefused && error.code === 'ERASURE.HELD_BACK') result.heldBack += 1;
        // Opened again since it was listed.
        else if (!(error instanceof DomainError)) result.failed += this.noteFailure(planId, error);
      }
    }
    return result;
  }

  private noteFailure(planId: string, error: unknown): number {
    const reason =
      error instanceof ErasureRefused ? error.code : error instanceof Error ? error.name : 'unknown';
    this.parts.logger.warn({ planId, reason }, 'a plan was not erased; the next run tries it again');
    return 1;
  }

  /** Ended plans whose time is over, oldest first. */
  private async *duePlans(at: Instant): AsyncGenerator<string> {
    let after: { endedAt: Instant; id: string } | null = null;
    for (;;) {
      const page: DueRow[] = await this.parts.database.query<DueRow[]>(
        `SELECT id, ended_at AS "endedAt", end_reason AS reason,
           state #> '{policy,retentionMonths}' AS "retentionMonths"
         FROM plans
         WHERE ended_at IS NOT NULL AND erased_at IS NULL AND ended_at < $1
           AND ($2::timestamptz IS NULL OR (ended_at, id) > ($2, $3))
         ORDER BY ended_at, id LIMIT $4`,
        [at, after?.endedAt ?? null, after?.id ?? null, PAGE],
      );
      for (const row of page) if (planErasableFrom(row) <= at) yield row.id;
      const last = page.at(-1);
      if (last === undefined) return;
      after = last;
    }
  }

  private async erasePeople(at: Instant, origin: Origin, alive: () => void): Promise<number> {
    const { database } = this.parts;
    const { peopleMonths } = this.settings;
    const before = uninvolvedBefore(at, peopleMonths);
    let erased = 0;
    let afterId: string | null = null;
    for (;;) {
      const page = await uninvolvedPeople(database, { before, afterId, limit: PAGE });
      for (const { personId } of page) {
        alive();
        const gone = await database.transaction(async (manager) => {
          const uninvolved = await holdUninvolved(manager, personId);
          const from = uninvolved === null ? null : personErasableFrom(uninvolved, peopleMonths);
          if (from === null || from > at) return 0;
          await erasePerson(manager, this.parts, personId, { at, actor: PROCESS, origin });
          return 1;
        });
        erased += gone;
      }
      const last = page.at(-1);
      if (last === undefined) return erased;
      afterId = last.personId;
    }
  }

  /** A destroyed key whose plan or person is there says that an older state of the database was restored. */
  private async eraseAgain(origin: Origin, alive: () => void): Promise<{ plans: number; people: number }> {
    const { database } = this.parts;
    const back = await database.query<{ planId: string }[]>(
      `SELECT p.id AS "planId" FROM erasure_keys k JOIN plans p ON k.name = 'plan:' || p.id
       WHERE k.wrapped IS NULL AND k.destroyed_at IS NOT NULL AND p.erased_at IS NULL ORDER BY p.id`,
    );
    let people = 0;
    for (const { planId } of back) {
      alive();
      people += await this.#plans.eraseAgain(planId, { actor: PROCESS, origin });
    }
    const persons = await database.query<{ personId: string }[]>(
      `SELECT p.id AS "personId" FROM erasure_keys k JOIN people p ON k.name = 'person:' || p.id
       WHERE k.wrapped IS NULL AND k.destroyed_at IS NOT NULL AND p.erased_at IS NULL ORDER BY p.id`,
    );
    for (const { personId } of persons) {
      alive();
      const at = await this.parts.clock.now();
      await database.transaction(async (manager) => {
        if ((await holdUninvolved(manager, personId)) === null) return;
        await erasePerson(manager, this.parts, personId, { at, actor: PROCESS, origin });
        people += 1;
      });
    }
    return { plans: back.length, people };
  }

  /** Network addresses in the audit go with the keys of their months; the entries stay, and their chain with them. */
  private async forgetAddresses(at: Instant): Promise<number> {
    const { database, vault } = this.parts;
    const before = addressesErasedBefore(at, this.settings.addressMonths);
    const months = await database.query<{ name: string }[]>(
      `SELECT name FROM erasure_keys WHERE name LIKE 'audit:%' AND name < $1 AND wrapped IS NOT NULL ORDER BY name`,
      [`audit:${before}`],
    );
    for (const { name } of months) await vault.keys.destroy(database, name, at);
    return months.length;
  }

  private async forgetAnswers(at: Instant): Promise<number> {
    const before = addDuration(at, { minutes: -this.settings.answerDays * MINUTES_OF_A_DAY });
    const [, count] = await this.parts.database.query<[unknown, number]>(
      'DELETE FROM idempotency_keys WHERE created_at < $1',
      [before],
    );
    return count;
  }
}

interface DueRow {
  readonly id: string;
  readonly endedAt: Instant;
  readonly reason: EndReason;
  readonly retentionMonths: RetentionMonths | null;
}
