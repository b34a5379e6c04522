import { addMonths, copenhagenDate, type Instant } from '../calendar/index.js';
import { recordedMatter } from '../confirmation/recorded-matter.js';
import { deadlineAfter, endOfDay } from '../deadline/period.js';
import type { Actor } from '../plan/actor.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { checkNeverTogether } from '../participants/never-together.js';
import { DEPUTY_LONGEST_MONTHS } from '../plan/default-policy.js';
import { ensure, required } from '../plan/errors.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import type { Policy } from '../plan/policy.types.js';
import type { HandoverCommand } from './handover.types.js';
import { checkMayCoordinate } from './may-coordinate.js';

export const handoverDeciders: DecidersOf<HandoverCommand> = {
  proposeHandover(state, { successorPersonId, reason, ...named }, given) {
    const { at } = given;
    const { worksIn = [] } = named;
    ensure(state.proposal === null, 'HANDOVER.ALREADY_PROPOSED');
    ensure(successorPersonId !== state.coordinatorPersonId, 'HANDOVER.SAME_PERSON', {
      field: 'successorPersonId',
    });
    checkMayCoordinate(state, successorPersonId, named, 'successorPersonId');
    const deadline = deadlineAfter(at, state.policy.handoverAnswerWithin, state.policy);
    const organisationId = worksIn[0] ?? null;
    const proposed: PlanEvent = {
      type: 'handoverProposed',
      successorPersonId,
      organisationId,
      reason,
      deadline,
    };
    if (worksIn.includes(state.organisationId)) return [proposed];
    const matter = { matter: 'successor', subjectId: successorPersonId, participantId: null } as const;
    return [recordedMatter(state.policy, matter, given), proposed];
  },

  acceptHandover(state, { actorSameAs = [] }, { actor }) {
    const successorPersonId = successor(state, actor);
    const named = { sameAs: actorSameAs };
    checkNeverTogether(
      state,
      'forAuthority',
      successorPersonId,
      named,
      'personId',
      'COORDINATOR.NOT_ELIGIBLE',
    );
    return [
      ...deputyNoMore(state, actorSameAs),
      {
        type: 'handoverAccepted',
        personId: successorPersonId,
        organisationId: actor.kind === 'person' ? (actor.worksIn[0] ?? null) : null,
        formerPersonId: state.coordinatorPersonId,
      },
    ];
  },

  declineHandover(state, { reason }, { actor }) {
    successor(state, actor);
    return [{ type: 'handoverDeclined', reason }];
  },

  withdrawHandover(state) {
    required(state.proposal, 'HANDOVER.NOT_PROPOSED');
    return [{ type: 'handoverWithdrawn' }];
  },

  resignCoordinator(state, { reason }, { at }) {
    const personId = required(state.coordinatorPersonId, 'ACTOR.NOT_PERMITTED', { expected: 'coordinator' });
    const deadline = deadlineAfter(at, state.policy.coordinatorNamedWithin, state.policy);
    return [{ type: 'coordinatorResigned', personId, reason, deadline }];
  },

  nameCoordinator(state, { personId, reason, ...named }) {
    ensure(personId !== state.coordinatorPersonId, 'COORDINATOR.ALREADY_NAMED', { field: 'personId' });
    checkMayCoordinate(state, personId, named, 'personId');
    return [
      ...deputyNoMore(state, named.sameAs ?? []),
      { type: 'coordinatorNamed', personId, organisationId: named.worksIn?.[0] ?? null, reason },
    ];
  },

  appointDeputy(state, { personId, from, to, ...named }, { at, actor }) {
    const { worksIn = [], sameAs = [] } = named;
    ensure(from < to, 'DEPUTY.PERIOD_REVERSED', { field: 'to', expected: 'after from' });
    ensure(at < to, 'DEPUTY.PERIOD_REVERSED', { field: 'to', expected: 'in the future' });
    checkDeputyPeriod(state.policy, from, to);
    ensure(!isOneOf(state.coordinatorPersonId, [personId, ...sameAs]), 'HANDOVER.SAME_PERSON', {
      field: 'personId',
      expected: 'somebody else than the coordinator',
    });
    checkMayCoordinate(state, personId, named, 'personId');
    ensure(state.deputy === null, 'DEPUTY.ALREADY_APPOINTED');
    const byThemself = actor.kind === 'person' && isOneOf(actor.personId, [personId, ...sameAs]);
    return [
      {
        type: 'deputyAppointed',
        personId,
        organisationId: worksIn[0] ?? null,
        from,
        to,
        ...(byThemself ? { byThemself } : {}),
      },
    ];
  },

  dismissDeputy(state) {
    const { personId } = required(state.deputy, 'DEPUTY.NONE');
    return [{ type: 'deputyEnded', personId }];
  },
};

/** What goes on for longer than the policy lets somebody stand in is another coordinator's. */
function checkDeputyPeriod(policy: Policy, from: Instant, to: Instant): void {
  const months = policy.deputyLongestMonths ?? DEPUTY_LONGEST_MONTHS;
  ensure(to <= endOfDay(addMonths(copenhagenDate(from), months)), 'DEPUTY.PERIOD_TOO_LONG', {
    field: 'to',
    expected: `at most ${months} months after from`,
  });
}

/** A deputy, under whichever id, stops standing in when they coordinate themself. */
function deputyNoMore({ deputy }: PlanState, sameAs: readonly string[]): PlanEvent[] {
  if (deputy === null || !sameAs.includes(deputy.personId)) return [];
  return [{ type: 'deputyEnded', personId: deputy.personId }];
}

function isOneOf(personId: string | null, personIds: readonly string[]): boolean {
  return personId !== null && personIds.includes(personId);
}

/** The proposed successor, who alone can answer. */
function successor(state: PlanState, actor: Actor): string {
  const { successorPersonId } = required(state.proposal, 'HANDOVER.NOT_PROPOSED');
  ensure(actor.kind === 'person' && actor.personId === successorPersonId, 'HANDOVER.NOT_THE_SUCCESSOR', {
    expected: 'an answer of the proposed successor',
  });
  return successorPersonId;
}
