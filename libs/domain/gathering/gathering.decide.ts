import { copenhagenDate, type Instant } from '../calendar/index.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { deadlineOf } from '../deadline/holds.js';
import { deadlineAfter, endOfDay } from '../deadline/period.js';
import { activeParticipant } from '../participants/participants.js';
import { PARTY_ROLES } from '../participants/participant.types.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure, requiredIn } from '../plan/errors.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { waitingForOrganisation } from '../standing/standing.awaits.js';
import { raiseTaskOnce } from '../task/raise-task.js';
import { answerTo } from './gathering.awaits.js';
import type { GatheringAnswer, GatheringCommand } from './gathering.types.js';

/** How many goals, interventions and appointments one answer may have; some ten times what a party’s plans have together. */
export const MOST_ITEMS = 200;

export const gatheringDeciders: DecidersOf<GatheringCommand> = {
  requestGathering(state, { participantIds, answerBy }, { at }) {
    ensure(answerBy === null || answerBy > copenhagenDate(at), 'GATHERING.DEADLINE_PAST', {
      field: 'answerBy',
      expected: 'a day after today',
    });
    const deadline =
      answerBy === null
        ? deadlineAfter(at, state.policy.gatheringAnswerWithin, state.policy)
        : endOfDay(answerBy);
    return [...new Set(participantIds)].map((participantId) => request(state, participantId, deadline, at));
  },

  answerGathering(state, { participantId, answer, documentsOf }, { at }) {
    const asked = requiredIn(state.gatheringRequests, participantId, 'GATHERING.NOT_REQUESTED', {
      field: 'participantId',
      participantId,
    });
    activeParticipant(state, participantId);
    ensure(
      answer.kind !== 'plans' || answer.existingPlans.length + answer.documentIds.length > 0,
      'GATHERING.ANSWER_EMPTY',
      {
        field: 'answer',
        expected: 'an existing plan or a document; otherwise answer noPlan or cannotAnswer',
      },
    );
    ensure(itemsIn(answer) <= MOST_ITEMS, 'GATHERING.ANSWER_TOO_LONG', {
      field: 'answer.existingPlans',
      expected: `at most ${MOST_ITEMS} goals, interventions and appointments together; the rest as a document`,
    });
    const strange = documentIdsIn(answer).findIndex(
      (id) => documentsOf !== undefined && documentsOf[id] !== participantId,
    );
    ensure(strange < 0, 'GATHERING.DOCUMENT_OF_ANOTHER', {
      field: `answer.documentIds.${strange}`,
      expected: 'a document that was uploaded for the party that answers',
    });
    const { round } = asked;
    const late = at >= deadlineOf(waitingForOrganisation(state, answerTo(state, asked)), state);
    return [
      { type: 'gatheringAnswered', participantId, round, answer, late },
      ...answerAfterLock(state, participantId, round, at),
    ];
  },

  withdrawGathering(state, { participantId, reason }) {
    const asked = requiredIn(state.gatheringRequests, participantId, 'GATHERING.NOT_REQUESTED', {
      field: 'participantId',
    });
    ensure(asked.answer === null, 'GATHERING.NOT_REQUESTED', {
      field: 'participantId',
      expected: 'an open request',
    });
    return [{ type: 'gatheringWithdrawn', participantId, reason }];
  },

  decideOverlap(state, { overlapKey, decision, reason, isFound = true }) {
    ensure(isFound, 'OVERLAP.NOT_FOUND', {
      field: 'overlapKey',
      expected: 'the key of an overlap in the list',
    });
    ensure(state.overlapDecisions[overlapKey] !== decision, 'OVERLAP.ALREADY_DECIDED', { field: 'decision' });
    return [{ type: 'overlapDecided', overlapKey, decision, reason }];
  },
};

function documentIdsIn(answer: GatheringAnswer): readonly string[] {
  return answer.kind === 'plans' ? answer.documentIds : [];
}

/** What comes when the version is locked and nobody writes on the next one is read by nobody, unless somebody is told. */
function answerAfterLock(state: PlanState, participantId: string, round: number, at: Instant): PlanEvent[] {
  if (state.versions.length === 0 || state.open) return [];
  const occasion = `${participantId}:${round}:${state.versions.length}`;
  return raiseTaskOnce(state, 'answerAfterLock', occasion, { ref: null, participantId }, at);
}

/** Goals, interventions and appointments of all existing plans in an answer. */
function itemsIn(answer: GatheringAnswer): number {
  if (answer.kind !== 'plans') return 0;
  return answer.existingPlans.reduce(
    (sum, { goals, interventions, appointments }) =>
      sum + goals.length + interventions.length + appointments.length,
    0,
  );
}

function request(state: PlanState, participantId: string, deadline: Instant, at: Instant): PlanEvent {
  const field = 'participantIds';
  const participant = activeParticipant(state, participantId, field);
  ensure(PARTY_ROLES.includes(participant.role), 'GATHERING.NOT_A_PARTY', { field, participantId });
  ensure(mayKnow(state, participantId, at), 'CONSENT.MISSING', { field, participantId });
  const earlier = state.gatheringRequests[participantId];
  ensure(earlier?.answer !== null, 'GATHERING.ALREADY_REQUESTED', { field, participantId });
  return {
    type: 'gatheringRequested',
    participantId,
    round: (state.gatheringRounds[participantId] ?? 0) + 1,
    deadline,
  };
}
