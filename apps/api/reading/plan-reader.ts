import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import type { Actor } from '../../../libs/domain/plan/actor.js';
import { required } from '../../../libs/domain/plan/errors.js';
import type { PlanState } from '../../../libs/domain/plan/plan.types.js';
import type { ReadSource } from '../../../libs/record/read/page.js';
import { PlanSight } from './plan-sight.js';

/** Reads parts of one plan for an actor; through it goes every read. */
@Injectable()
export class PlanReader {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads at one moment: what the actor may see is decided on the very state that is read.
   * @param read Gets where to read, and what may be seen.
   * @throws DomainError PLAN.NOT_FOUND for a plan that is not there or that the actor may not know of.
   */
  async read<T>(
    actor: Actor,
    planId: string,
    read: (source: ReadSource, sight: PlanSight) => Promise<T>,
  ): Promise<T> {
    const at = await this.clock.now();
    return this.database.transaction('REPEATABLE READ', async (source) => {
      const rows = await source.query<{ state: PlanState }[]>('SELECT state FROM plans WHERE id = $1', [
        planId,
      ]);
      const { state } = required(rows[0], 'PLAN.NOT_FOUND');
      return read(source, new PlanSight(state, actor, at));
    });
  }
}
