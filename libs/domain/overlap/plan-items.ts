import type { LocalDate } from '../calendar/index.js';
import type { ExistingIntervention, ExistingPlan, Period } from './existing-plan.types.js';
import type { OverlapItem } from './overlap.types.js';
import { type Reading, readText } from './text-reading.js';

/** A goal or an intervention that counts, with its text read once. */
export interface ReadItem {
  at: OverlapItem;
  period: Period;
  reading: Reading;
  /** Who acts: the party named, else the plan's owner. */
  holder: string;
  owner: string;
  kind?: string;
}

const later = (x: LocalDate | undefined, y: LocalDate | undefined): LocalDate | undefined =>
  x === undefined || (y !== undefined && y > x) ? y : x;
const earlier = (x: LocalDate | undefined, y: LocalDate | undefined): LocalDate | undefined =>
  x === undefined || (y !== undefined && y < x) ? y : x;

const narrowed = (plan: Period, item: Period): Period => ({
  from: later(plan.from, item.from),
  to: earlier(plan.to, item.to),
});

/** Whether two periods share at least one day; an open side reaches all the way. */
export const periodsMeet = (x: Period, y: Period): boolean =>
  (x.from === undefined || y.to === undefined || x.from <= y.to) &&
  (y.from === undefined || x.to === undefined || y.from <= x.to);

/** Plans that still count: planned, active or paused. */
export const countingPlans = (plans: ExistingPlan[]): ExistingPlan[] =>
  plans.filter((plan) => plan.status !== 'ended');

const readIntervention = (plan: ExistingPlan, item: ExistingIntervention): ReadItem => ({
  at: { planId: plan.id, itemId: item.id },
  period: narrowed(plan.period, item),
  reading: readText(item.dose === undefined ? item.text : `${item.text} (${item.dose})`),
  holder: item.responsiblePartyId ?? plan.ownerPartyId,
  owner: plan.ownerPartyId,
  kind: item.kind,
});

/** The interventions of the plans, each read once. */
export const readInterventions = (plans: ExistingPlan[]): ReadItem[] =>
  plans.flatMap((plan) => plan.interventions.map((item) => readIntervention(plan, item)));

/** The goals of the plans, each read once. */
export const readGoals = (plans: ExistingPlan[]): ReadItem[] =>
  plans.flatMap((plan) =>
    plan.goals.map((goal) => ({
      at: { planId: plan.id, itemId: goal.id },
      period: plan.period,
      reading: readText(goal.text),
      holder: plan.ownerPartyId,
      owner: plan.ownerPartyId,
    })),
  );
