import { deadlineAfter } from '../deadline/period.js';
import { deputisedParties, meetingDeputies } from '../meeting/meeting-deputies.js';
import { activeParties } from '../participants/participants.js';
import type { DecidersOf } from '../plan/decider.types.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { raiseTask } from '../task/raise-task.js';
import { representativeRef, vacantSince } from './standing.awaits.js';
import type { StandingCommand } from './standing.types.js';
import { coordinationStandings, type Employment, standingOf, stands } from './standing.js';

export const standingDeciders: DecidersOf<StandingCommand> = {
  /** Rights have ended, or are back, with the register itself: this is what follows. Told again it changes nothing. */
  reportEmployment(state, { personId, worksIn = [], worksAs = [] }, { at }) {
    const employment = { worksIn, roles: worksAs };
    return [
      ...representatives(state, personId, employment, at),
      ...meetingDeputiesLeft(state, personId, employment, at),
      ...coordinators(state, personId, employment, at),
    ];
  },
};

function representatives(
  state: PlanState,
  personId: string,
  employment: Employment,
  at: string,
): PlanEvent[] {
  return activeParties(state)
    .filter((participant) => participant.personId === personId)
    .flatMap((participant): PlanEvent[] => {
      const { participantId } = participant;
      const isThere = stands(standingOf(participant), employment);
      const wasThere = vacantSince(participant) === null;
      if (isThere === wasThere) return [];
      if (isThere) return [{ type: 'representativeReturned', participantId, personId }];
      const ref = representativeRef(participantId, at);
      return [
        { type: 'representativeLeft', participantId, personId },
        raiseTask(state, 'representativeLeft', `${participantId}:${at}`, { ref, participantId }, at),
      ];
    });
}

function meetingDeputiesLeft(
  state: PlanState,
  personId: string,
  employment: Employment,
  at: string,
): PlanEvent[] {
  const standing = deputisedParties(state, personId, employment, at);
  return meetingDeputies(state)
    .filter((one) => one.personId === personId && at < one.until && !standing.includes(one.participantId))
    .map(({ meetingId, participantId }) => ({
      type: 'meetingDeputyLeft',
      meetingId,
      participantId,
      personId,
    }));
}

function coordinators(state: PlanState, personId: string, employment: Employment, at: string): PlanEvent[] {
  const { coordinatorPersonId, deputy, proposal, vacancy, policy } = state;
  const standings = coordinationStandings(state);
  const left = (role: keyof typeof standings, named: string | null | undefined): boolean =>
    named === personId && !stands(standings[role], employment);
  const events: PlanEvent[] = [];
  if (left('deputy', deputy?.personId)) events.push({ type: 'deputyEnded', personId, left: true });
  if (left('successor', proposal?.successorPersonId)) events.push({ type: 'successorLeft', personId });
  if (left('coordinator', coordinatorPersonId)) {
    const deadline = deadlineAfter(at, policy.coordinatorNamedWithin, policy);
    events.push({ type: 'coordinatorLeft', personId, deadline });
  }
  if (vacancy?.left?.personId === personId) {
    const { organisationId } = vacancy.left;
    const isBack = stands({ for: 'coordination', organisationId }, employment);
    if (isBack) events.push({ type: 'coordinatorReturned', personId, organisationId });
  }
  return events;
}
