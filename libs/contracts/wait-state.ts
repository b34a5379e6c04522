export type { WaitState, WaitingOn } from '../domain/plan/wait-state.types.js';
export type { DueStep, StepName } from '../domain/deadline/awaited.types.js';
