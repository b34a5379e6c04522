import { isDead } from '../death/deaths.js';
import { custodyHolders, saidToHoldCustody } from '../participants/custody.js';
import { answersForThemself } from '../participants/speaks-for-citizen.js';
import type { Given } from './actor.js';
import { endings, saidBy } from './ending.js';
import { ensure, required } from './errors.js';
import type { CommandOf, PlanEvent, PlanState } from './plan.types.js';
import { isCitizensOwn, planRolesOf, speaksForCitizen } from './rights.js';

type Answer = CommandOf<'recordCitizenAnswer'>;

/**
 * The answer to the course: the citizen's from 15 years on, of a younger child that of everybody who holds custody. Any no
 * of theirs ends the course, a yes waits for all, in whatever order they come. Nobody answers digitally for another.
 * @param ending the events with which a course that has begun ends by a no
 * @throws DomainError PLAN.ANSWERED_BY_ANOTHER, PLAN.CITIZEN_ALREADY_ANSWERED
 */
export function citizenAnswer(
  state: PlanState,
  command: Answer,
  given: Given,
  ending: () => readonly PlanEvent[],
): readonly PlanEvent[] {
  const { at } = given;
  if (answersForThemself(state, at)) return ofCitizen(state, command, given);
  return custodyHolders(state).length === 0
    ? ofNobody(state, command, given)
    : ofCustodyHolder(state, command, given, ending);
}

/** The course's answer when those who hold custody of a younger child have all said yes; nothing before. */
export function allSaidYes(state: PlanState, at: string): PlanEvent[] {
  if (state.citizenAnswer !== 'pending' || answersForThemself(state, at)) return [];
  const answers = saidToHoldCustody(state)
    .filter(({ personId }) => !isDead(state, personId))
    .map(({ participantId }) => state.custodyAnswers?.[participantId]);
  const last = answers.at(-1);
  if (last === undefined || !answers.every((one) => one?.answer === 'yes')) return [];
  return [{ type: 'citizenAnswered', answer: 'yes', manner: last.manner }];
}

/** A course that is just begun: it goes on with a yes, and ends with a no. */
export function answered(answer: 'yes' | 'no', manner: 'oral' | 'written' | 'digital'): PlanEvent[] {
  const event: PlanEvent = { type: 'citizenAnswered', answer, manner };
  if (answer === 'yes') return [event];
  return [event, { type: 'planEnded', reason: 'citizenDeclined', mergedIntoPlanId: null, note: null }];
}

/** The answer in a plan: with a no ends whatever was begun. */
export function answeredIn(
  state: PlanState,
  answer: 'yes' | 'no',
  manner: 'oral' | 'written' | 'digital',
  { actor, at }: Given,
): PlanEvent[] {
  const event: PlanEvent = { type: 'citizenAnswered', answer, manner };
  if (answer === 'yes') return [event];
  const no = { reason: 'citizenDeclined', mergedIntoPlanId: null, note: null } as const;
  return [event, ...endings(state, { ...no, ...saidBy(state, actor, at) }, at)];
}

function ofCitizen(state: PlanState, { answer, manner }: Answer, { actor, at }: Given): PlanEvent[] {
  checkPending(state);
  const own = speaksForCitizen(state, actor, at);
  ensure(!isCitizensOwn(state, actor, at) || own, 'PLAN.ANSWERED_BY_ANOTHER', {
    expected: 'the citizen from 15 years on, a custody holder for a younger child',
  });
  checkManner(manner, own);
  return answeredIn(state, answer, manner, { actor, at });
}

/** Where nobody who holds custody takes part, the team leader sees to it; the coordinator alone does not answer for a child. */
function ofNobody(state: PlanState, { answer, manner }: Answer, { actor, at }: Given): PlanEvent[] {
  checkPending(state);
  ensure(planRolesOf(state, actor, at).includes('teamLeader'), 'PLAN.ANSWERED_BY_ANOTHER', {
    expected:
      'a custody holder whose part is confirmed; the team leader where nobody who holds custody takes part',
  });
  checkManner(manner, false);
  return answeredIn(state, answer, manner, { actor, at });
}

function ofCustodyHolder(
  state: PlanState,
  { answer, manner, participantId = null }: Answer,
  { actor, at }: Given,
  ending: () => readonly PlanEvent[],
): readonly PlanEvent[] {
  const holders = custodyHolders(state);
  const personId = actor.kind === 'person' ? actor.personId : null;
  const own = holders.find((one) => one.personId === personId && isCitizensOwn(state, actor, at));
  const onlyOne = holders.length === 1 ? holders[0] : undefined;
  const named =
    participantId === null ? (own ?? onlyOne) : holders.find((one) => one.participantId === participantId);
  const holder = required(named, 'PLAN.ANSWERED_BY_ANOTHER', {
    field: 'participantId',
    expected: 'the custody holder whose answer it is',
  });
  ensure(!isCitizensOwn(state, actor, at) || holder === own, 'PLAN.ANSWERED_BY_ANOTHER', {
    expected: 'the citizen from 15 years on, a custody holder for a younger child',
  });
  checkManner(manner, holder === own);
  const before = state.custodyAnswers?.[holder.participantId];
  const isOpen = state.citizenAnswer === 'pending' ? before?.answer !== answer : before === undefined;
  ensure(isOpen, 'PLAN.CITIZEN_ALREADY_ANSWERED', {
    expected: 'a withdrawal ends the plan (citizenWithdrew)',
  });
  return [
    { type: 'custodyHolderAnswered', participantId: holder.participantId, answer, manner },
    ...(answer === 'yes'
      ? []
      : state.citizenAnswer === 'pending'
        ? answeredIn(state, 'no', manner, { actor, at })
        : ending()),
  ];
}

function checkPending(state: PlanState): void {
  ensure(state.citizenAnswer === 'pending', 'PLAN.CITIZEN_ALREADY_ANSWERED', {
    expected: 'a withdrawal ends the plan (citizenWithdrew)',
  });
}

function checkManner(manner: Answer['manner'], own: boolean): void {
  ensure(manner !== 'digital' || own, 'PLAN.ANSWERED_BY_ANOTHER', {
    field: 'manner',
    expected: 'oral or written: a digital answer is given by whoever is signed in',
  });
}
