import type { EvolversOf } from '../plan/decider.types.js';
import type { FollowUpEvent } from './follow-up.types.js';

export const followUpEvolvers: EvolversOf<FollowUpEvent> = {
  followUpSet: (state, { intervalMonths, nextOn }, at) => ({
    ...state,
    intervalMonths,
    nextOn: nextOn ?? state.nextOn,
    nextSetAt: nextOn === null ? state.nextSetAt : at,
  }),
  followUpOpened: (state, { cycle }, at) => ({ ...state, cycle, openedCycleAt: at }),
  followUpClosed: (state, { nextOn }, at) => ({
    ...state,
    openedCycleAt: null,
    nextOn,
    nextSetAt: at,
    followUpCountsFrom: at,
  }),
};
