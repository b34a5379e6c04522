import type { Instant } from '../calendar/index.js';
import { disclosedKinds } from '../disclosure/may-disclose.js';
import { activeParticipants } from '../participants/participants.js';
import type { PlanState } from '../plan/plan.types.js';
import { type Agreement, type Goal, REQUIRED_SECTIONS, type WrittenSection } from './drafting.types.js';

/** The number that the next locked version will have. */
export function nextVersion(state: PlanState): number {
  return (state.versions.at(-1)?.version ?? 0) + 1;
}

/** The newest locked version, or null before the first. */
export function newestVersion(state: PlanState): number | null {
  return state.versions.at(-1)?.version ?? null;
}

/** Who approves: the citizen, and everyone who may see the goals. */
export function approversOf(state: PlanState, at: Instant): string[] {
  return activeParticipants(state)
    .map(({ participantId }) => participantId)
    .filter((participantId) => disclosedKinds(state, participantId, ['goals'], at).length > 0);
}

/** Whether no locked version holds a goal, so that it can be taken out of the draft again. */
export function isOnlyInDraft(state: PlanState, goal: Goal): boolean {
  return goal.draft === true || state.versions.length === 0;
}

/** The goals that the draft consists of: not those that were given up before any version held them. */
export function goalsOfDraft(state: PlanState): Goal[] {
  return Object.values(state.goals).filter(
    (goal) => goal.status !== 'dropped' || !isOnlyInDraft(state, goal),
  );
}

/** The agreements that the draft consists of: not those that ended before they bound anybody. */
export function agreementsOfDraft(state: PlanState): Agreement[] {
  return Object.values(state.agreements).filter(
    ({ bindingSince, outcome }) => bindingSince !== null || outcome === null,
  );
}

/** What a draft still lacks. */
interface DraftGaps {
  readonly sections: readonly WrittenSection[];
  readonly noGoal: boolean;
  /** The goals without an agreement. */
  readonly goalIds: readonly string[];
}

/** What is not filled yet: sections 2, 3 and 5, and for section 4 a goal, each with an agreement. */
export function draftGaps(state: PlanState): DraftGaps {
  const sections = REQUIRED_SECTIONS.filter((section) => state.sections[section]?.filled !== true);
  const goals = Object.values(state.goals).filter(
    ({ status }) => status !== 'achieved' && status !== 'dropped',
  );
  const bare = goals.filter(
    ({ goalId }) =>
      !agreementsOfDraft(state).some(
        (agreement) => agreement.goalId === goalId && agreement.outcome !== 'dropped',
      ),
  );
  return {
    sections,
    noGoal: Object.keys(state.goals).length === 0,
    goalIds: bare.map(({ goalId }) => goalId),
  };
}

/** Whether everyone who is asked and may still be asked has approved. */
export function isApprovedByAll(state: PlanState, at: Instant): boolean {
  const { submission } = state;
  if (submission === null) return false;
  const entitled = approversOf(state, at);
  return Object.entries(submission.approvals)
    .filter(([participantId]) => entitled.includes(participantId))
    .every(([, answer]) => answer === 'approved');
}
