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

/** A plan that was started or ended in a quarter, where it was then. */
export interface CountedPlan {
  readonly organisationId: string;
  /** By grouping: the group that it is in. */
  readonly groups: Readonly<Record<FigureGrouping, string>>;
  readonly started: boolean;
  readonly ended: boolean;
  /** By duty whose first round was over before the quarter was: how many days that took. */
  readonly days: Readonly<Partial<Record<MeasuredDuty, number>>>;
}

/** An organisation and the one right above it. */
export interface OrganisationPlace {
  readonly organisationId: string;
  readonly parentId: string | null;
}

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

/** What may be told of an organisation and those below it, by each grouping. */
export type OrganisationFigures = Readonly<Record<FigureGrouping, ToldFigures>>;
