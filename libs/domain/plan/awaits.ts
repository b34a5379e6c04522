import { citizenRequestAwaits } from '../citizen-request/citizen-request.awaits.js';
import {
  confirmationAwaits,
  confirmationSteps,
  consentConfirmations,
} from '../confirmation/confirmation.awaits.js';
import { consentAwaits, consentSteps } from '../consent/consent.awaits.js';
import { citizenDied, participantDied } from '../death/deaths.js';
import type { Awaited, DueStep } from '../deadline/awaited.types.js';
import { ladderSteps } from '../deadline/ladder.js';
import {
  distributionAwaits,
  distributionRefs,
  distributionSteps,
} from '../distribution/distribution.steps.js';
import { draftingAwaits } from '../drafting/drafting.awaits.js';
import { followUpAwaits, followUpSteps } from '../follow-up/follow-up.steps.js';
import { gatheringAwaits } from '../gathering/gathering.awaits.js';
import { handoverAwaits, handoverSteps } from '../handover/handover.awaits.js';
import { meetingAwaits, meetingRefs, meetingSteps } from '../meeting/meeting.awaits.js';
import { standingAwaits, waitingForOrganisation } from '../standing/standing.awaits.js';
import { taskAwaits } from '../task/task.awaits.js';
import { isUntold } from '../task/telling-task.js';
import { courseAwaits } from './course.awaits.js';
import type { PlanState } from './plan.types.js';

/** States never change, so what follows from one is worked out once. */
const known = new WeakMap<PlanState, { open: readonly Awaited[]; awaited: readonly Awaited[] }>();
const steps = new WeakMap<PlanState, readonly DueStep[]>();

/**
 * Everything that somebody owes the plan, derived from its state: what is done is not awaited, so nobody can be
 * reminded of it. An ended plan awaits nothing; before the citizen's yes only that yes and who coordinates; after their
 * death who coordinates and what is to be done then. Nothing is awaited from anybody who has died.
 */
export function awaitsOf(state: PlanState): readonly Awaited[] {
  return mattersOf(state).awaited;
}

/**
 * The references under which something can be due or come to be due again. A reminder that was given is remembered
 * as long as its reference is among them.
 */
export function openRefs(state: PlanState): Set<string> {
  return new Set([
    ...mattersOf(state).open.map(({ ref }) => ref),
    ...meetingRefs(state),
    ...distributionRefs(state),
  ]);
}

/**
 * A state that differs from another in nothing that is awaited (steps performed, problems, periods of duties), so that
 * it need not be worked out again.
 */
export function withSameMatters(state: PlanState, change: UnawaitedChange): PlanState {
  const changed = { ...state, ...change };
  known.set(changed, mattersOf(state));
  return changed;
}

type UnawaitedChange = Partial<Pick<PlanState, 'performed' | 'problems' | 'dutyPeriods'>>;

function mattersOf(state: PlanState): { open: readonly Awaited[]; awaited: readonly Awaited[] } {
  const before = known.get(state);
  if (before !== undefined) return before;
  const open = openMatters(state);
  const matters = { open, awaited: open.filter(({ dormant }) => dormant !== true) };
  known.set(state, matters);
  return matters;
}

function openMatters(state: PlanState): Awaited[] {
  if (state.ended !== null) return [];
  const coordination = [...handoverAwaits(state), ...standingAwaits(state), ...taskAwaits(state)];
  const around = [...courseAwaits(state), ...citizenRequestAwaits(state), ...confirmationAwaits(state)];
  const duties = [
    ...consentConfirmations(state),
    ...consentAwaits(state),
    ...gatheringAwaits(state),
    ...meetingAwaits(state),
    ...draftingAwaits(state),
    ...distributionAwaits(state),
    ...followUpAwaits(state),
  ];
  // A plan that was opened again goes on with them after the citizen's new yes, and reminds of none twice.
  const stands = citizenDied(state) ? [] : state.citizenAnswer === 'yes' ? [...around, ...duties] : around;
  const waits = [...around, ...duties].filter((one) => !stands.includes(one));
  return [
    ...coordination,
    ...stands.map((one) => waitingForOrganisation(state, withoutTheDead(state, one))),
    ...waits.map((one) => ({ ...waitingForOrganisation(state, one), dormant: true })),
  ];
}

/** Nobody waits for somebody who has died; that they were to keep an agreement is for the coordinator to see to. */
function withoutTheDead(state: PlanState, awaited: Awaited): Awaited {
  const { from, kind } = awaited;
  if (from.kind !== 'participant' || !participantDied(state, from.participantId)) return awaited;
  return kind === 'agreementOutcome'
    ? { ...awaited, from: { kind: 'coordinator' } }
    : { ...awaited, dormant: true };
}

/** What somebody owes now: nobody is waited for yet for a renewal that is months away, or who has not been told. */
export function awaitedNow(state: PlanState): Awaited[] {
  return awaitsOf(state).filter((one) => one.since <= state.updatedAt && !isUntold(state, one));
}

/** Every step with its moment, earliest first; one that failed waits for its next try. */
export function dueSteps(state: PlanState): readonly DueStep[] {
  const before = steps.get(state);
  if (before !== undefined) return before;
  const due = allSteps(state);
  steps.set(state, due);
  return due;
}

function allSteps(state: PlanState): DueStep[] {
  if (state.ended !== null) return [];
  const planned = [
    ...ladderSteps(state, awaitsOf(state)),
    ...handoverSteps(state),
    ...(citizenDied(state) ? [] : [...confirmationSteps(state), ...consentSteps(state)]),
    ...(state.citizenAnswer === 'yes' && !citizenDied(state)
      ? [...meetingSteps(state), ...distributionSteps(state), ...followUpSteps(state)]
      : []),
  ];
  return planned
    .map((step) => {
      const retryAt = state.problems[step.key]?.retryAt;
      return retryAt !== undefined && retryAt > step.at ? { ...step, at: retryAt } : step;
    })
    .sort((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1));
}
