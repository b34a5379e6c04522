import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { ConfirmationEvent } from './confirmation.types.js';

export const confirmationEvolvers: EvolversOf<ConfirmationEvent> = {
  matterRecorded: (state, { type: _, seen: __, reason: ___, ...matter }, at) => ({
    ...state,
    provisional: { ...state.provisional, [matter.confirmationId]: { ...matter, recordedAt: at } },
  }),
  matterConfirmed(state, { confirmationId, matter, subjectId }, at) {
    const settled = without(state, confirmationId);
    if (matter === 'part')
      return { ...settled, confirmedParts: { ...settled.confirmedParts, [subjectId]: at } };
    if (matter === 'endOfSay') return { ...settled, sayEnded: { ...settled.sayEnded, [subjectId]: at } };
    if (matter === 'successor' && settled.proposal?.successorPersonId === subjectId)
      return { ...settled, proposal: { ...settled.proposal, confirmedAt: at } };
    return settled;
  },
  matterRejected: (state, { confirmationId }) => without(state, confirmationId),
  matterLapsed: (state, { confirmationId }) => without(state, confirmationId),
};

function without(state: PlanState, confirmationId: string): PlanState {
  const provisional = Object.entries(state.provisional ?? {}).filter(([id]) => id !== confirmationId);
  return { ...state, provisional: Object.fromEntries(provisional) };
}
