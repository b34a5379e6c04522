import type { Instant } from '../calendar/index.js';
import type { Given } from './actor.js';
import type { PlanCommand, PlanEvent, PlanState } from './plan.types.js';

/** For each command of a concern: which events follow from it in this state. Throws DomainError. */
export type DecidersOf<C extends PlanCommand> = {
  readonly [T in C['type']]: (
    state: PlanState,
    command: Extract<C, { type: T }>,
    given: Given,
  ) => readonly PlanEvent[];
};

/** For each event of a concern: the state after it. Never throws: what happened, happened. */
export type EvolversOf<E extends PlanEvent> = {
  readonly [T in E['type']]: (state: PlanState, event: Extract<E, { type: T }>, at: Instant) => PlanState;
};
