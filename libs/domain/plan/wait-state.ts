import type { Instant } from '../calendar/index.js';
import type { Awaited } from '../deadline/awaited.types.js';
import { deadlineOf, isOnHold } from '../deadline/holds.js';
import { awaitedNow, dueSteps } from './awaits.js';
import { phaseOf } from './phase.js';
import type { PlanState } from './plan.types.js';
import { summaryOf } from './wait-summary.js';
import type { WaitingOn, WaitState } from './wait-state.types.js';

/** An awaited thing with the deadline that counts, holds included. */
export interface AwaitedWithDeadline extends Awaited {
  readonly role: WaitingOn;
}

/** What the plan waits for now, most urgent first, each with the deadline that counts. */
export function currentAwaits(state: PlanState): AwaitedWithDeadline[] {
  const held = isOnHold(state);
  return awaitedNow(state)
    .filter(({ clock }) => clock === 'calendar' || !held)
    .map((awaited) => ({
      ...awaited,
      deadline: deadlineOf(awaited, state),
      role: waitingOn(state, awaited),
    }))
    .sort((a, b) =>
      a.deadline === b.deadline ? (a.ref < b.ref ? -1 : 1) : a.deadline < b.deadline ? -1 : 1,
    );
}

/**
 * What the plan waits for and which step is due when: all that its process needs to know.
 * Overdue is judged at the newest event; every ladder has a rung at or after its deadline that brings it up to date.
 */
export function waitState(state: PlanState): WaitState {
  const awaits = currentAwaits(state);
  const overdue = awaits.filter(({ deadline }) => deadline <= state.updatedAt);
  const next = dueSteps(state)[0] ?? null;
  const phase = phaseOf(state);
  return {
    seq: state.seq,
    phase,
    next,
    waitingFor: distinct(awaits.map(({ kind }) => kind)),
    waitingOn: distinct(awaits.map(({ role }) => role)),
    overdueFor: distinct(overdue.map(({ kind }) => kind)),
    overdueSince: overdue[0]?.deadline ?? null,
    problem: firstProblem(state),
    summary: summaryOf(phase, awaits, next, state.updatedAt),
    courseType: state.courseType,
    coordinator: state.coordinatorPersonId,
    organisation: state.organisationId,
    number: state.number,
    over: state.ended !== null,
  };
}

function firstProblem(state: PlanState): string | null {
  const problems = Object.values(state.problems).sort((a, b) =>
    a.since === b.since ? (a.key < b.key ? -1 : 1) : a.since < b.since ? -1 : 1,
  );
  return problems[0]?.code ?? null;
}

function waitingOn(state: PlanState, { from }: Awaited): WaitingOn {
  if (from.kind !== 'participant' && from.kind !== 'organisation') return from.kind;
  return state.participants[from.participantId]?.role ?? 'otherAuthority';
}

/** Sorted, so that the same set is written the same way and an unchanged one is seen as unchanged. */
function distinct<T extends Instant>(values: readonly T[]): T[] {
  return [...new Set(values)].sort();
}

/** Whether two wait states are the same for the process and for whoever watches it: then it need not be told. */
export function sameForProcess(a: WaitState, b: WaitState): boolean {
  const { seq: _a, ...first } = a;
  const { seq: _b, ...second } = b;
  return inOneOrder(first) === inOneOrder(second);
}

/** A wait state that comes from the database has its fields in another order. */
function inOneOrder(waiting: Omit<WaitState, 'seq'>): string {
  const { next, ...fields } = waiting;
  const nextFields = next === null ? [] : Object.entries(next).sort(byName);
  return JSON.stringify([Object.entries(fields).sort(byName), nextFields]);
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
