import type { NamesWorker } from '../register/workplace.js';

/** What follows in a plan from a change of the register, told by the process once the register has it. */
export type StandingCommand = {
  readonly type: 'reportEmployment';
  readonly personId: string;
} & NamesWorker;
