import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { PLAN_ATTRIBUTES } from './search-attributes.js';
import type { WaitState } from './wait-state.js';

/** A wait state as search attributes; what does not apply is unset. */
export function attributesOf(waitState: WaitState): SearchAttributeUpdatePair[] {
  const { next, overdueSince, waitingFor, waitingOn, overdueFor } = waitState;
  return [
    { key: PLAN_ATTRIBUTES.phase, value: waitState.phase },
    { key: PLAN_ATTRIBUTES.courseType, value: waitState.courseType },
    { key: PLAN_ATTRIBUTES.coordinator, value: waitState.coordinator },
    { key: PLAN_ATTRIBUTES.organisation, value: waitState.organisation },
    { key: PLAN_ATTRIBUTES.problem, value: waitState.problem },
    { key: PLAN_ATTRIBUTES.nextStep, value: next?.step ?? null },
    { key: PLAN_ATTRIBUTES.waitsFor, value: waitingFor.length === 0 ? null : [...waitingFor] },
    { key: PLAN_ATTRIBUTES.waitsOn, value: waitingOn.length === 0 ? null : [...waitingOn] },
    { key: PLAN_ATTRIBUTES.overdueFor, value: overdueFor.length === 0 ? null : [...overdueFor] },
    { key: PLAN_ATTRIBUTES.nextAt, value: next === null ? null : new Date(next.at) },
    { key: PLAN_ATTRIBUTES.overdueSince, value: overdueSince === null ? null : new Date(overdueSince) },
  ];
}

/** What the workflow list shows of a plan: its number, which tells nothing by itself. */
export function staticSummaryOf(waitState: WaitState): string {
  return `Plan ${waitState.number}`;
}
