import type { PlanState } from '../plan/plan.types.js';

type WithDeaths = Pick<PlanState, 'deaths'>;

/** Whether the plan knows that somebody has died. */
export function isDead({ deaths = {} }: WithDeaths, personId: string | null): boolean {
  return personId !== null && Object.hasOwn(deaths, personId);
}

/**
 * Whether the citizen has died: what they consented to opens nothing any more (a consent is the living person's own,
 * sundhedsloven § 43), nobody speaks for them, and the course stands still until it is ended or the death is taken back.
 */
export function citizenDied(state: WithDeaths & Pick<PlanState, 'citizenPersonId'>): boolean {
  return isDead(state, state.citizenPersonId);
}

/** Whether somebody who takes part in a plan has died; nobody who does not exist has. */
export function participantDied(
  state: WithDeaths & Pick<PlanState, 'participants'>,
  participantId: string,
): boolean {
  return isDead(state, state.participants[participantId]?.personId ?? null);
}

/** What a death of somebody who takes part leaves to be done, until another takes the part or it is removed. */
export function deathRef(participantId: string): string {
  return `death:${participantId}`;
}
