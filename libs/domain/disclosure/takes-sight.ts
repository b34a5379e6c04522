import type { Instant } from '../calendar/index.js';
import type { PlanState } from '../plan/plan.types.js';
import { disclosureWindows, type WindowSubject } from './disclosure-windows.js';

/** Whether a change takes from anybody at all something of the plan that they could see until then. */
export function takesSight(before: PlanState, after: PlanState, at: Instant): boolean {
  const left = openAt(after, at);
  return [...openAt(before, at)].some(([subject, kinds]) => {
    const kept = left.get(subject);
    return [...kinds].some((kind) => kept?.has(kind) !== true);
  });
}

/** By whom they are open to: the kinds of information at an instant. */
function openAt(state: PlanState, at: Instant): Map<string, Set<string>> {
  const open = new Map<string, Set<string>>();
  for (const { subject, kinds, from, to } of disclosureWindows(state)) {
    if ((from !== null && at < from) || (to !== null && at >= to)) continue;
    const known = open.get(nameOf(subject)) ?? new Set();
    for (const kind of kinds) known.add(kind);
    open.set(nameOf(subject), known);
  }
  return open;
}

function nameOf(subject: WindowSubject): string {
  return subject.kind === 'person' ? subject.personId : `leader of ${subject.organisationId}`;
}
