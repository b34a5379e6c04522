import type { Instant } from '../calendar/index.js';
import { isOfASay } from '../participants/say.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { fallsWith, referred } from './confirmation.decide.js';
import type { ProvisionalMatter } from './confirmation.types.js';

/** What stood on one person's word and was not confirmed in time ends; an end that was not confirmed ends nothing. */
export function lapseProvisionalMatter(state: PlanState, at: Instant): PlanEvent[] {
  return Object.values(state.provisional ?? {})
    .filter(({ confirmBy, countsAlready }) => !countsAlready && confirmBy <= at)
    .flatMap((matter): PlanEvent[] => [
      { type: 'matterLapsed', ...referred(matter), how: 'unconfirmed' },
      ...fallsWith(matter, null),
    ]);
}

/** Nobody is asked to confirm what is no more: a part or basis that ended, a say that ended by itself. */
export function mootMatters(state: PlanState): PlanEvent[] {
  return Object.values(state.provisional ?? {})
    .filter((matter) => isMoot(state, matter))
    .map((matter) => ({ type: 'matterLapsed', ...referred(matter), how: 'moot' }));
}

function isMoot(state: PlanState, { matter, subjectId, participantId }: ProvisionalMatter): boolean {
  if (participantId === null) return state.proposal?.successorPersonId !== subjectId;
  const participant = state.participants[participantId];
  if (participant?.removedAt !== null) return true;
  if (matter === 'basis') return state.bases[subjectId] === undefined;
  return !isOfASay(participant.role);
}
