import type { EntityManager } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { PlanEvent } from '../../domain/plan/plan.types.js';
import type { WordSealer } from '../../persistence/sealed-words/word-sealer.js';

/** Where an event's projection writes, and the event's place in the plan's life. */
export interface EventContext {
  readonly manager: EntityManager;
  readonly planId: string;
  readonly seq: number;
  readonly at: Instant;
  /** Seals what somebody wrote, under the plan's key. */
  readonly sealer: WordSealer;
}

/** For each event of a concern: what it changes in the read models; null if nothing that the snapshot lacks. */
export type ProjectorsOf<E extends PlanEvent> = {
  readonly [T in E['type']]:
    ((context: EventContext, event: Extract<E, { type: T }>) => Promise<void>) | null;
};
