import { isCitizen, activeParticipants } from '../participants/participants.js';
import { deadlineAfter } from '../deadline/period.js';
import type { DecidersOf } from '../plan/decider.types.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { raiseTask } from '../task/raise-task.js';
import { toldBy } from '../task/telling-task.js';
import type { Task } from '../task/task.types.js';
import type { Death, DeathCommand } from './death.types.js';
import { deathRef, isDead } from './deaths.js';

export const deathDeciders: DecidersOf<DeathCommand> = {
  /** What the plan knows already, and whoever has no part in it, changes nothing. */
  noteDeath(state, { personId, deceased = false }, { at }) {
    if (deceased)
      return isDead(state, personId) || !hasPart(state, personId) ? [] : died(state, personId, at);
    const death = state.deaths?.[personId];
    if (death !== undefined) return takenBack(state, personId, death, at);
    return endedByDeath(state, personId) ? [{ type: 'deathTakenBack', personId }] : [];
  },
};

/** A death with what falls away at once: tasks that served the living, and the part in coordinating the plan. */
function died(state: PlanState, personId: string, at: string): PlanEvent[] {
  const noted: PlanEvent = { type: 'deathNoted', personId };
  if (state.ended !== null) return [noted];
  const { policy, deputy, proposal } = state;
  return [
    noted,
    ...stilledBy(state, personId).map(({ taskId }): PlanEvent => ({
      type: 'taskClosed',
      taskId,
      how: 'moot',
      note: null,
    })),
    ...partsOf(state, personId).map((participantId): PlanEvent => {
      const kind = isCitizen(participantId) ? 'citizenDied' : 'participantDied';
      const task = { ref: deathRef(participantId), participantId };
      return raiseTask(state, kind, `${participantId}:${state.seq}`, task, at);
    }),
    ...(proposal?.successorPersonId === personId ? [{ type: 'handoverWithdrawn' } as const] : []),
    ...(deputy?.personId === personId ? [{ type: 'deputyEnded', personId } as const] : []),
    ...(state.coordinatorPersonId === personId
      ? [
          {
            type: 'coordinatorResigned',
            personId,
            reason: 'died',
            deadline: deadlineAfter(at, policy.coordinatorNamedWithin, policy),
          } as const,
        ]
      : []),
  ];
}

/** The plan as it stood: the same tasks, who coordinated if nobody does instead, and the meetings that are still ahead. */
function takenBack(state: PlanState, personId: string, death: Death, at: string): PlanEvent[] {
  const back: PlanEvent = { type: 'deathTakenBack', personId };
  if (state.ended !== null) return [back];
  return [
    back,
    ...(death.coordinated === true && state.coordinatorPersonId === null
      ? [
          {
            type: 'coordinatorNamed',
            personId,
            organisationId: death.organisationId ?? null,
            reason: 'deathTakenBack',
          } as const,
        ]
      : []),
    ...death.stilledTasks
      .filter(({ taskId }) => state.tasks[taskId] === undefined)
      .map(({ taskId, kind, ref, participantId }): PlanEvent => ({
        type: 'taskRaised',
        taskId,
        kind,
        ref,
        participantId,
        deadline: deadlineAfter(at, state.policy.taskWithin, state.policy),
      })),
    ...(personId === state.citizenPersonId ? meetingsRestored(state, at) : []),
  ];
}

/** Meetings that were cancelled because of the death and are still ahead: everybody is invited to them anew. */
export function meetingsRestored(state: PlanState, at: string): PlanEvent[] {
  return Object.values(state.meetings)
    .filter(({ afterDeath, from }) => afterDeath === true && from !== null && at < from)
    .map(({ meetingId, sequence }) => ({ type: 'meetingRestored', meetingId, sequence: sequence + 1 }));
}

/**
 * With the citizen falls away whatever is still to be done for the course, but telling people that a meeting is off; with
 * anybody else only what was to be told to them.
 */
export function stilledBy(state: PlanState, personId: string): Task[] {
  const own = partsOf(state, personId);
  const isTheirs = ({ participantId }: Task): boolean =>
    participantId !== null && own.includes(participantId);
  return Object.values(state.tasks).filter((task) =>
    personId === state.citizenPersonId
      ? isTheirs(task) || !(toldBy(task) === 'meetingCancellation' || task.kind === 'participantDied')
      : isTheirs(task) && toldBy(task) !== null,
  );
}

function hasPart(state: PlanState, personId: string): boolean {
  const { coordinatorPersonId, deputy, proposal } = state;
  return (
    [coordinatorPersonId, deputy?.personId, proposal?.successorPersonId].includes(personId) ||
    partsOf(state, personId).length > 0
  );
}

function partsOf(state: PlanState, personId: string): string[] {
  return activeParticipants(state)
    .filter((one) => one.personId === personId)
    .map(({ participantId }) => participantId)
    .sort();
}

/** A plan that ended before the plan itself noted deaths. */
function endedByDeath({ ended, citizenPersonId }: PlanState, personId: string): boolean {
  return personId === citizenPersonId && ended?.reason === 'died' && ended.deathTakenBack !== true;
}
