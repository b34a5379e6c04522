import type { Duty } from '../deadline/awaited.types.js';

/** By what plans are counted: one at a time. */
export const FIGURE_GROUPINGS = ['department', 'municipality', 'cluster', 'courseType'] as const;
export type FigureGrouping = (typeof FIGURE_GROUPINGS)[number];

/** The duties whose length is told. */
export const MEASURED_DUTIES = [
  'consent',
  'gathering',
  'convening',
  'drafting',
  'distribution',
] as const satisfies readonly Duty[];
export type MeasuredDuty = (typeof MEASURED_DUTIES)[number];

/** How long the first round of a duty took, half of the plans less and half of them more. */
export interface MeasuredDays {
  readonly days: number;
  /** Of how many plans that is. */
  readonly plans: number;
}

/** Plans that are alike in all groupings, as they were counted. */
export interface CountedPlans {
  /** By grouping: the group that they are in. */
  readonly groups: Readonly<Record<FigureGrouping, string>>;
  readonly started: number;
  readonly ended: number;
}

/** By duty: how long it took in one group. */
export type DutyDays = Readonly<Partial<Record<MeasuredDuty, MeasuredDays>>>;

/** What may be told of a group; null is what would tell of too few people. */
export interface Figures {
  readonly started: number | null;
  readonly ended: number | null;
  readonly medianDays: Readonly<Record<MeasuredDuty, number | null>>;
}

export interface GroupFigures extends Figures {
  readonly name: string;
}

/** What may be told of all groups. */
export interface ToldFigures {
  readonly groups: readonly GroupFigures[];
  readonly total: Pick<Figures, 'started' | 'ended'>;
}
