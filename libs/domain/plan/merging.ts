import { citizenDied } from '../death/deaths.js';
import { AWAITED_KINDS, type AwaitedKind } from '../deadline/awaited.types.js';
import { sightOf, knowsOfPlan } from '../disclosure/sight.js';
import { activeParticipants } from '../participants/participants.js';
import type { OpenMatter } from '../task/task.types.js';
import type { Actor, Given } from './actor.js';
import { awaitsOf } from './awaits.js';
import { COMMAND_RULES } from './command-rules.js';
import { ensure } from './errors.js';
import type { PlanState } from './plan.types.js';
import { planRolesOf } from './rights.js';

/** The plan that another is merged into, as the record has it while it holds both. */
export interface MergeTarget {
  readonly state: PlanState;
  /** Who coordinates it, as the register has them now; null while nobody does. */
  readonly coordinator: Actor | null;
}

/** What is about the ended plan alone, and goes on nowhere. */
const OF_THE_ENDED_PLAN: readonly AwaitedKind[] = [
  'citizenAnswer',
  'handoverAnswer',
  'coordinatorNamed',
  'holdReview',
];

/**
 * Checks that a plan may end by being merged into another. A citizen has one open plan, so the two are of somebody whom the
 * register has twice, under different numbers. It cannot know that: whoever merges answers for it, and has to coordinate or
 * lead both.
 * @throws DomainError PLAN.MERGED_INTO_ITSELF, PLAN.MERGE_REFUSED
 */
export function checkMerge(
  state: PlanState,
  intoPlanId: string,
  into: MergeTarget | null,
  { at, actor }: Given,
): void {
  const field = 'mergedIntoPlanId';
  ensure(intoPlanId !== state.planId, 'PLAN.MERGED_INTO_ITSELF', { field, expected: 'another plan' });
  const mayEnd =
    into !== null &&
    planRolesOf(into.state, actor, at).some((role) => COMMAND_RULES.endPlan.by.includes(role));
  ensure(mayEnd, 'PLAN.MERGE_REFUSED', { field, expected: 'a plan that you coordinate or lead, too' });
  const other = into.state;
  ensure(other.ended === null, 'PLAN.MERGE_REFUSED', { field, expected: 'a plan that has not ended' });
  ensure(!citizenDied(state) && !citizenDied(other), 'PLAN.MERGE_REFUSED', {
    field,
    expected: 'two plans of a citizen who lives',
  });
  ensure(
    !takesPart(other, state.citizenPersonId) && !takesPart(state, other.citizenPersonId),
    'PLAN.MERGE_REFUSED',
    {
      field,
      expected: 'a plan of the same citizen: whoever takes part in it as somebody else is another person',
    },
  );
}

/**
 * What is open in a plan, by kind: as much as another plan's coordinator may know of it by a role of their own in it. Counts
 * only, no words and no persons.
 */
export function openFor(state: PlanState, coordinator: Actor | null, at: string): OpenMatter[] {
  if (coordinator === null || !knowsOfPlan(state, coordinator, at)) return [];
  if (!sightOf(state, coordinator, at).leads) return [];
  const kinds = awaitsOf(state).map(({ kind }) => kind);
  return AWAITED_KINDS.filter((kind) => !OF_THE_ENDED_PLAN.includes(kind))
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0);
}

/** Whether somebody takes part in a plan beside its citizen. */
function takesPart(state: PlanState, personId: string): boolean {
  return activeParticipants(state).some((participant) => participant.personId === personId);
}
