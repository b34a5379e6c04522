import { isDead } from '../death/deaths.js';
import type { Awaited } from '../deadline/awaited.types.js';
import { maxInstant } from '../calendar/index.js';
import { askedOfCitizen, refFor } from '../deadline/asked-of-citizen.js';
import { isOnHold } from '../deadline/holds.js';
import { deadlineAfter, endOfDay } from '../deadline/period.js';
import { custodyHolders, saidToHoldCustody } from '../participants/custody.js';
import { answersForThemself } from '../participants/speaks-for-citizen.js';
import type { PlanState } from './plan.types.js';

const ofAnswer = { kind: 'citizenAnswer', clock: 'duty' } as const;

/** The citizen's answer; of a child under 15 years that of each who holds custody, or the team leader's while nobody does. */
function answers(state: PlanState): Awaited[] {
  const since = state.reopenedAt ?? state.startedAt;
  const asked = {
    ...ofAnswer,
    ref: state.reopenedAt === null ? 'citizenAnswer' : `citizenAnswer:${state.reopenedAt}`,
    since,
    deadline: state.citizenAnswerDeadline,
  };
  if (answersForThemself(state, since)) return askedOfCitizen(state, asked);
  if (saidToHoldCustody(state).every(({ personId }) => isDead(state, personId))) {
    return [ofTeamLeader(state, asked)];
  }
  return custodyHolders(state)
    .filter(({ participantId }) => state.custodyAnswers?.[participantId] === undefined)
    .map(({ participantId }) => {
      const askedAt = maxInstant(since, state.confirmedParts?.[participantId] ?? since);
      return {
        ...asked,
        ref: refFor(asked.ref, participantId),
        from: { kind: 'participant', participantId },
        since: askedAt,
        deadline: maxInstant(
          asked.deadline,
          deadlineAfter(askedAt, state.policy.citizenAnswerWithin, state.policy),
        ),
      };
    });
}

/** Asked from when on nobody holds custody: each time that the last one left, or died, it is asked anew. */
function ofTeamLeader(state: PlanState, asked: Omit<Awaited, 'from'>): Awaited {
  const holders = Object.values(state.participants).filter(({ role }) => role === 'custodyHolder');
  const left = holders.flatMap(({ removedAt }) => removedAt ?? []);
  const died = holders.flatMap(({ personId }) => state.deaths?.[personId]?.at ?? []);
  const gone = [...(left.length === 0 ? [] : [String(left.length)]), ...died.sort()];
  const since = maxInstant(asked.since, ...left, ...died);
  return {
    ...asked,
    ref: [asked.ref, 'teamLeader', ...gone].join(':'),
    from: { kind: 'teamLeader' },
    since,
    deadline:
      since === asked.since
        ? asked.deadline
        : maxInstant(asked.deadline, deadlineAfter(since, state.policy.citizenAnswerWithin, state.policy)),
  };
}

/** Who came to hold custody after the course had its yes is asked too: their no counts as any other. */
function lateAnswers(state: PlanState): Awaited[] {
  if (answersForThemself(state, state.updatedAt)) return [];
  return custodyHolders(state).flatMap(({ participantId }): Awaited[] => {
    const since = state.confirmedParts?.[participantId];
    if (since === undefined || state.custodyAnswers?.[participantId] !== undefined) return [];
    return [
      {
        ...ofAnswer,
        ref: refFor(`citizenAnswer:${since}`, participantId),
        from: { kind: 'participant', participantId },
        since,
        deadline: deadlineAfter(since, state.policy.citizenAnswerWithin, state.policy),
      },
    ];
  });
}

/** The course itself waits for the citizen's yes or no, and on hold for somebody to look at it again. */
export function courseAwaits(state: PlanState): Awaited[] {
  const awaits: Awaited[] = [...(state.citizenAnswer === 'pending' ? answers(state) : lateAnswers(state))];
  const hold = state.holds.at(-1);
  if (isOnHold(state) && hold !== undefined && state.holdUntil !== null) {
    awaits.push({
      ref: `holdReview:${state.holds.length}`,
      kind: 'holdReview',
      from: { kind: 'coordinator' },
      since: hold.from,
      deadline: endOfDay(state.holdUntil),
      clock: 'calendar',
    });
  }
  return awaits;
}
