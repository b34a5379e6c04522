import { durationBetween, addDuration, type Instant } from '../calendar/index.js';
import { isOnHold } from '../deadline/holds.js';
import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import { stilledBy } from './death.decide.js';
import type { DeathEvent } from './death.types.js';

export const deathEvolvers: EvolversOf<DeathEvent> = {
  deathNoted: (state, { personId }, at) => ({
    ...state,
    deaths: {
      ...state.deaths,
      [personId]: {
        at,
        stilledTasks: stilledBy(state, personId),
        coordinated: state.coordinatorPersonId === personId,
        organisationId:
          state.coordinatorPersonId === personId ? (state.coordinatorOrganisationId ?? null) : null,
      },
    },
  }),
  deathTakenBack(state, { personId }, at) {
    const { [personId]: death, ...deaths } = state.deaths ?? {};
    const back = { ...state, deaths };
    if (personId !== state.citizenPersonId) return back;
    if (state.ended !== null) return { ...back, ended: { ...state.ended, deathTakenBack: true } };
    return death === undefined ? back : movedOn(back, death.at, at);
  },
  meetingRestored(state, { meetingId, sequence }, at) {
    const meeting = state.meetings[meetingId];
    if (meeting === undefined) return state;
    const { afterDeath: _, ...before } = meeting;
    const restored = { ...before, status: 'fixed' as const, sequence, fixedAt: at };
    return { ...state, meetings: { ...state.meetings, [meetingId]: restored } };
  },
};

/** What nobody could do meanwhile is owed as much later, as after a hold; a hold that lasted on counts for it. */
function movedOn(state: PlanState, from: Instant, to: Instant): PlanState {
  const minutes = durationBetween(from, to) / 60_000;
  const later = (deadline: Instant): Instant =>
    deadline > from ? addDuration(deadline, { minutes }) : deadline;
  const grants = Object.entries(state.grants).map(([id, grant]) => [
    id,
    grant.confirmBy === null ? grant : { ...grant, confirmBy: later(grant.confirmBy) },
  ]);
  const citizenRequests = Object.entries(state.citizenRequests).map(([id, request]) => [
    id,
    { ...request, deadline: later(request.deadline) },
  ]);
  return {
    ...state,
    holds: isOnHold(state) ? state.holds : [...state.holds, { from, to }],
    grants: Object.fromEntries(grants) as PlanState['grants'],
    citizenRequests: Object.fromEntries(citizenRequests) as PlanState['citizenRequests'],
  };
}
