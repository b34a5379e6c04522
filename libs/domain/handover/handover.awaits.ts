import { maxInstant } from '../calendar/index.js';
import { isProvisional } from '../confirmation/matters.js';
import { deadlineAfter } from '../deadline/period.js';
import type { Awaited, DueStep } from '../deadline/awaited.types.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';

/** A handover waits for the successor, a vacancy for the team leader: never without a deadline, hold or not. */
export function handoverAwaits(state: PlanState): Awaited[] {
  const { proposal, vacancy, changes } = state;
  const awaits: Awaited[] = [];
  if (proposal !== null && !isProvisional(state, 'successor', proposal.successorPersonId)) {
    const since = proposal.confirmedAt ?? proposal.proposedAt;
    awaits.push({
      ref: `handoverAnswer:${proposal.proposedAt}`,
      kind: 'handoverAnswer',
      from: { kind: 'successor', personId: proposal.successorPersonId },
      since,
      deadline: maxInstant(
        proposal.deadline,
        deadlineAfter(since, state.policy.handoverAnswerWithin, state.policy),
      ),
      clock: 'calendar',
    });
  }
  if (vacancy !== null) {
    awaits.push({
      ref: `coordinatorNamed:${changes}`,
      kind: 'coordinatorNamed',
      from: { kind: 'teamLeader' },
      since: vacancy.since,
      deadline: vacancy.deadline,
      clock: 'calendar',
    });
  }
  return awaits;
}

export function handoverSteps(state: PlanState): DueStep[] {
  const { deputy } = state;
  if (deputy === null) return [];
  const ref = `deputy:${deputy.to}`;
  const begins: DueStep = {
    step: 'beginDeputy',
    ref,
    key: `beginDeputy:${ref}:${deputy.from}`,
    at: deputy.from,
  };
  const ends: DueStep = { step: 'endDeputy', ref, key: `endDeputy:${ref}`, at: deputy.to };
  return deputy.begun === false ? [begins, ends] : [ends];
}

/** Whoever was appointed for later is told when it begins. */
export function beginDeputy({ deputy }: PlanState): PlanEvent[] {
  return deputy === null ? [] : [{ type: 'deputyBegun', personId: deputy.personId }];
}

export function endDeputy(state: PlanState): PlanEvent[] {
  return state.deputy === null ? [] : [{ type: 'deputyEnded', personId: state.deputy.personId }];
}
