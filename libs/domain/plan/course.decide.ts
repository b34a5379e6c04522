import { addDays, copenhagenDate, type Instant } from '../calendar/index.js';
import { isOnHold } from '../deadline/holds.js';
import { deadlineAfter } from '../deadline/period.js';
import { followUpWithin } from '../follow-up/within-policy.js';
import { checkMayCoordinate } from '../handover/may-coordinate.js';
import { cancellation } from '../meeting/meeting.decide.js';
import type { Actor, Given } from './actor.js';
import type { DecidersOf } from './decider.types.js';
import { DomainError, ensure } from './errors.js';
import type { CommandOf, CourseCommand, PlanEvent, PlanState } from './plan.types.js';
import { isCitizensOwn, speaksForCitizen } from './rights.js';

/** Reasons for which whatever was agreed falls away with the course. */
const ENDS_AGREEMENTS = ['citizenWithdrew', 'moved', 'died', 'merged'];

/** The first events of a plan. Whoever starts one is staff; the coordinator whom they name has it from then on. */
export function startPlan(command: CommandOf<'startPlan'>, { at, actor }: Given): PlanEvent[] {
  ensure(mayStart(actor), 'ACTOR.NOT_PERMITTED', { expected: 'practitioner, coordinator or teamLeader' });
  ensure(command.grounds.length > 0, 'PLAN.GROUNDS_MISSING', { field: 'grounds', expected: 'at least one' });
  const { type: _, citizenAnswer, answerManner, worksIn = [], ...start } = command;
  const nobodyYet = { citizenPersonId: command.citizenPersonId, participants: {} };
  checkMayCoordinate(nobodyYet, command.coordinatorPersonId, worksIn, 'coordinatorPersonId');
  const started: PlanEvent = {
    type: 'planStarted',
    ...start,
    citizenAnswerDeadline: deadlineAfter(at, command.policy.citizenAnswerWithin, command.policy),
  };
  if (citizenAnswer === 'pending') return [started];
  return [started, ...answered(citizenAnswer, answerManner ?? 'oral')];
}

export const courseDeciders: DecidersOf<CourseCommand> = {
  startPlan() {
    throw new DomainError('PLAN.ALREADY_STARTED', { field: 'planId' });
  },

  recordCitizenAnswer(state, { answer, manner }, { at, actor }) {
    ensure(state.citizenAnswer === 'pending', 'PLAN.CITIZEN_ALREADY_ANSWERED', {
      expected: 'a withdrawal ends the plan (citizenWithdrew)',
    });
    ensure(
      !isCitizensOwn(state, actor, at) || speaksForCitizen(state, actor, at),
      'PLAN.ANSWERED_BY_ANOTHER',
      { expected: 'the citizen from 15 years on, a custody holder for a younger child' },
    );
    return answered(answer, manner);
  },

  replacePolicy(state, { policy }, { at }) {
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
      ...(cancelMeetings ? cancelled(state, 'onHold', at) : []),
      { type: 'planHeld', reason, until: review },
    ];
  },

  resumePlan(state) {
    ensure(isOnHold(state), 'PLAN.NOT_ON_HOLD');
    return [{ type: 'planResumed' }];
  },

  endPlan(state, { reason, mergedIntoPlanId, note }, { at }) {
    ensure((reason === 'merged') === (mergedIntoPlanId !== null), 'PLAN.END_REASON_INCOMPLETE', {
      field: 'mergedIntoPlanId',
      expected: 'the plan that this one is merged into, only for merged',
    });
    const open = Object.values(state.agreements).filter(
      ({ outcome, bindingSince }) => outcome === null && bindingSince !== null,
    );
    ensure(reason !== 'completed' || state.citizenAnswer === 'yes', 'PLAN.AWAITS_CITIZEN_ANSWER');
    if (!ENDS_AGREEMENTS.includes(reason)) checkSettled(state, open);
    return [
      ...open.map(({ agreementId }): PlanEvent => ({
        type: 'agreementEnded',
        agreementId,
        outcome: 'dropped',
        reason,
        replacedBy: null,
      })),
      ...cancelled(state, 'planEnded', at),
      { type: 'planEnded', reason, mergedIntoPlanId, note },
    ];
  },

  reopenPlan(state, { reason, coordinatorPersonId, worksIn = [] }) {
    ensure(state.ended !== null, 'PLAN.NOT_ENDED');
    ensure(state.ended.reason !== 'died' && state.ended.reason !== 'merged', 'PLAN.REOPEN_REFUSED', {
      expected: 'a plan that did not end by death or merging',
    });
    checkMayCoordinate(state, coordinatorPersonId, worksIn, 'coordinatorPersonId');
    return [{ type: 'planReopened', reason, coordinatorPersonId }];
  },
};

/** A course is completed when every agreement has ended and every letter has arrived. */
function checkSettled(state: PlanState, open: readonly { agreementId: string }[]): void {
  ensure(open.length === 0, 'PLAN.AGREEMENTS_OPEN', {
    expected: 'every agreement kept, late, changed or dropped',
    agreementIds: open.map(({ agreementId }) => agreementId),
  });
  const failed = Object.values(state.deliveries).filter(({ status }) => status === 'failed');
  ensure(failed.length === 0, 'PLAN.DELIVERIES_OPEN', {
    expected: 'no failed delivery',
    participantIds: failed.map(({ participantId }) => participantId),
  });
}

function cancelled(state: PlanState, reason: string, at: Instant): PlanEvent[] {
  return Object.values(state.meetings)
    .filter(({ status }) => status === 'proposed' || status === 'fixed')
    .filter(({ from }) => from === null || at < from)
    .map((meeting) => cancellation(meeting, reason));
}

function answered(answer: 'yes' | 'no', manner: 'oral' | 'written' | 'digital'): PlanEvent[] {
  const event: PlanEvent = { type: 'citizenAnswered', answer, manner };
  if (answer === 'yes') return [event];
  return [event, { type: 'planEnded', reason: 'citizenDeclined', mergedIntoPlanId: null, note: null }];
}

function mayStart(actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  return actor.organisationRoles.some((role) => ['practitioner', 'coordinator', 'teamLeader'].includes(role));
}
