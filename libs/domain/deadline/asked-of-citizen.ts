import { isCitizen } from '../participants/participants.js';
import { speakersForCitizen } from '../participants/speaks-for-citizen.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Awaited } from './awaited.types.js';

/** What the citizen would be asked, awaited from everyone who speaks for them when it is asked. */
export function askedOfCitizen(state: PlanState, asked: Omit<Awaited, 'from'>): Awaited[] {
  return speakersForCitizen(state, asked.since).map(({ participantId }) => ({
    ...asked,
    ref: refFor(asked.ref, participantId),
    from: { kind: 'participant', participantId },
  }));
}

/** The reference of what is asked of one who speaks for the citizen: each is reminded for themself. */
export function refFor(ref: string, participantId: string): string {
  return isCitizen(participantId) ? ref : `${ref}:${participantId}`;
}
