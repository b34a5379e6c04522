import { addDays, copenhagenDate, type Instant } from '../calendar/index.js';
import { expireBasis, expireConsent, lapseProvisionalConsent } from '../consent/consent.steps.js';
import { meetingsRestored } from '../death/death.decide.js';
import { citizenDied } from '../death/deaths.js';
import { isOnHold } from '../deadline/holds.js';
import { deadlineAfter } from '../deadline/period.js';
import { heldBackDeliveries, undelivered } from '../distribution/distribution.steps.js';
import { followUpWithin } from '../follow-up/within-policy.js';
import { checkMayCoordinate } from '../handover/may-coordinate.js';
import { answersForThemself } from '../participants/speaks-for-citizen.js';
import type { Actor, Given } from './actor.js';
import { checkPolicy } from './check-policy.js';
import type { DecidersOf } from './decider.types.js';
import { cancelledMeetings, CITIZENS_NO, endings, openAgreements, saidBy } from './ending.js';
import { DomainError, ensure } from './errors.js';
import { checkMerge } from './merging.js';
import type { CommandOf, CourseCommand, PlanEvent, PlanState } from './plan.types.js';
import type { Policy } from './policy.types.js';
import { speaksForCitizen } from './rights.js';
import { answered, answeredIn, citizenAnswer } from './citizen-answer.decide.js';

/** Reasons for which whatever was agreed falls away with the course. */
const ENDS_AGREEMENTS = ['citizenWithdrew', 'moved', 'died', 'merged'];

/** The first events of a plan. Whoever starts one is staff; the coordinator whom they name has it from then on. */
export function startPlan(command: CommandOf<'startPlan'>, { at, actor }: Given): PlanEvent[] {
  ensure(mayStart(actor), 'ACTOR.NOT_PERMITTED', { expected: 'practitioner, coordinator or teamLeader' });
  ensure(command.grounds.length > 0, 'PLAN.GROUNDS_MISSING', { field: 'grounds', expected: 'at least one' });
  checkPolicy(command.policy);
  const {
    type: _,
    citizenAnswer: answer,
    answerManner,
    worksIn = [],
    worksAs = [],
    sameAs = [],
    leads: __,
    citizenDeceased = false,
    ...start
  } = command;
  ensure(answerManner !== 'digital', 'PLAN.ANSWERED_BY_ANOTHER', {
    field: 'answerManner',
    expected: 'oral or written: a digital answer is given by whoever is signed in',
  });
  ensure(answer !== 'yes' || answersForThemself(command, at), 'PLAN.ANSWERED_BY_ANOTHER', {
    field: 'citizenAnswer',
    expected: 'pending: those who hold custody of a child under 15 years are asked when they take part',
  });
  ensure(!citizenDeceased, 'PLAN.CITIZEN_DIED', {
    field: 'citizenPersonId',
    expected: 'somebody who lives, as the register has it',
  });
  const nobodyYet = { citizenPersonId: command.citizenPersonId, participants: {} };
  const named = { worksIn, worksAs, sameAs };
  checkMayCoordinate(nobodyYet, command.coordinatorPersonId, named, 'coordinatorPersonId');
  const started: PlanEvent = {
    type: 'planStarted',
    ...start,
    coordinatorOrganisationId: worksIn[0] ?? null,
    citizenAnswerDeadline: answerDeadline(command.policy, at),
  };
  if (answer === 'pending') return [started];
  return [started, ...answered(answer, answerManner ?? 'oral')];
}

export const courseDeciders: DecidersOf<CourseCommand> = {
  startPlan() {
    throw new DomainError('PLAN.ALREADY_STARTED', { field: 'planId' });
  },

  recordCitizenAnswer(state, command, given) {
    const withdrawn = {
      type: 'endPlan',
      reason: 'citizenWithdrew',
      mergedIntoPlanId: null,
      note: null,
    } as const;
    return citizenAnswer(state, command, given, () => courseDeciders.endPlan(state, withdrawn, given));
  },

  replacePolicy(state, { policy }, { at }) {
    checkPolicy(policy);
    ensure(policy.version !== state.policy.version, 'PLAN.POLICY_INVALID', {
      field: 'policy.version',
      expected: 'another version',
    });
    return [{ type: 'policyReplaced', policy }, ...followUpWithin(state, policy, at)];
  },

  holdPlan(state, { reason, until, cancelMeetings }, { at }) {
    const today = copenhagenDate(at);
    ensure(until === null || until > today, 'PLAN.HOLD_UNTIL_PAST', {
      field: 'until',
      expected: 'a day after today',
    });
    const review = until ?? addDays(today, state.policy.holdReviewDays);
    return [
      ...(cancelMeetings ? cancelledMeetings(state, 'onHold', false, at) : []),
      { type: 'planHeld', reason, until: review },
    ];
  },

  resumePlan(state) {
    ensure(isOnHold(state), 'PLAN.NOT_ON_HOLD');
    return [{ type: 'planResumed' }];
  },

  endPlan(state, { reason, mergedIntoPlanId, note, into = null }, given) {
    const { at, actor } = given;
    ensure((reason === 'merged') === (mergedIntoPlanId !== null), 'PLAN.END_REASON_INCOMPLETE', {
      field: 'mergedIntoPlanId',
      expected: 'the plan that this one is merged into, only for merged',
    });
    if (mergedIntoPlanId !== null) checkMerge(state, mergedIntoPlanId, into, given);
    ensure(reason !== 'completed' || state.citizenAnswer === 'yes', 'PLAN.AWAITS_CITIZEN_ANSWER');
    if (!ENDS_AGREEMENTS.includes(reason)) checkSettled(state, openAgreements(state), at);
    return endings(state, { reason, mergedIntoPlanId, note, ...saidBy(state, actor, at) }, at);
  },

  withdrawFromCourse(state, { words }, { at, actor }) {
    ensure(speaksForCitizen(state, actor, at), 'PLAN.ANSWERED_BY_ANOTHER', {
      expected: 'the citizen from 15 years on, a custody holder for a younger child',
    });
    if (state.citizenAnswer === 'pending') return answeredIn(state, 'no', 'digital', { actor, at });
    const said = { reason: 'citizenWithdrew', mergedIntoPlanId: null, note: words } as const;
    return endings(state, { ...said, ...saidBy(state, actor, at) }, at);
  },

  reopenPlan(state, { reason, coordinatorPersonId, obstructed = false, ...named }, { at }) {
    const { worksIn = [] } = named;
    ensure(state.ended !== null, 'PLAN.NOT_ENDED');
    const dead = citizenDied(state) || (state.ended.reason === 'died' && state.ended.deathTakenBack !== true);
    if (obstructed || dead || state.ended.reason === 'merged') throw reopeningRefused();
    checkMayCoordinate(state, coordinatorPersonId, named, 'coordinatorPersonId');
    const yesStands = state.citizenAnswer === 'yes' && !CITIZENS_NO.includes(state.ended.reason);
    const anew = yesStands ? {} : { citizenAnswerDeadline: answerDeadline(state.policy, at) };
    const formerPersonId = state.coordinatorPersonId;
    const asksAnew = CITIZENS_NO.includes(state.ended.reason) ? 'everybody' : 'whoseConsentIsOver';
    return [
      ...heldBackDeliveries(state),
      ...expireConsent(state, at),
      ...lapseProvisionalConsent(state, at),
      ...expireBasis(state, at),
      {
        type: 'planReopened',
        reason,
        coordinatorPersonId,
        coordinatorOrganisationId: worksIn[0] ?? null,
        formerPersonId,
        asksAnew,
        ...anew,
      },
      ...(state.ended.deathTakenBack === true ? meetingsRestored(state, at) : []),
    ];
  },
};

/** One refusal for everything that stands in the way of a reopening, so that it tells of none of it. */
export function reopeningRefused(): DomainError {
  return new DomainError('PLAN.REOPEN_REFUSED', { expected: 'a plan that can go on' });
}

/** A course is completed when every agreement has ended and the newest version has reached everybody who may have it. */
function checkSettled(state: PlanState, open: readonly { agreementId: string }[], at: Instant): void {
  ensure(open.length === 0, 'PLAN.AGREEMENTS_OPEN', {
    expected: 'every agreement kept, late, changed or dropped',
    agreementIds: open.map(({ agreementId }) => agreementId),
  });
  const participantIds = undelivered(state, at);
  ensure(participantIds.length === 0, 'PLAN.DELIVERIES_OPEN', {
    expected: 'the newest version with everybody who may have it: no delivery that waits or has failed',
    participantIds,
  });
}

function answerDeadline(policy: Policy, at: Instant): Instant {
  return deadlineAfter(at, policy.citizenAnswerWithin, policy);
}

function mayStart(actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  return actor.organisationRoles.some((role) => ['practitioner', 'coordinator', 'teamLeader'].includes(role));
}
