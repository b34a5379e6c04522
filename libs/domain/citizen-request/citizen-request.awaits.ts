import type { Awaited } from '../deadline/awaited.types.js';
import type { PlanState } from '../plan/plan.types.js';

/** The citizen's own requests wait for an answer even while the plan is on hold. */
export function citizenRequestAwaits(state: PlanState): Awaited[] {
  return Object.values(state.citizenRequests).map(({ requestId, kind, madeAt, deadline }) => ({
    ref: `citizenRequest:${requestId}`,
    kind: 'citizenRequest',
    from: { kind: kind === 'otherCoordinator' ? 'teamLeader' : 'coordinator' },
    since: madeAt,
    deadline,
    clock: 'calendar',
  }));
}
