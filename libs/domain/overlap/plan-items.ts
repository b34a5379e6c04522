import type { LocalDate } from '../calendar/index.js';
import type { Effort } from './bounds.js';
import type { ExistingPlan, Period } from './existing-plan.types.js';
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

/** What is written of the items of a plan, as far as it is read. */
function read<T extends { id: string }>(
  plans: ExistingPlan[],
  effort: Effort,
  itemsOf: (plan: ExistingPlan) => T[],
  textOf: (item: T) => string,
  more: (plan: ExistingPlan, item: T) => Pick<ReadItem, 'period' | 'holder' | 'kind'>,
): ReadItem[] {
  return plans.toSorted(byId).flatMap((plan) =>
    itemsOf(plan)
      .toSorted(byId)
      .flatMap((item) => {
        const text = effort.readable(plan.ownerPartyId, textOf(item));
        if (text === null) return [];
        const at = { planId: plan.id, itemId: item.id };
        return { at, owner: plan.ownerPartyId, reading: readText(text), ...more(plan, item) };
      }),
  );
}

/** Order by id, so that what is read does not depend on the order of what was told. */
export const byId = (x: { id: string }, y: { id: string }): number =>
  x.id < y.id ? -1 : x.id > y.id ? 1 : 0;

/** The interventions of the plans, each read once. */
export const readInterventions = (plans: ExistingPlan[], effort: Effort): ReadItem[] =>
  read(
    plans,
    effort,
    ({ interventions }) => interventions,
    ({ text, dose }) => (dose === undefined ? text : `${text} (${dose})`),
    (plan, item) => ({
      period: narrowed(plan.period, item),
      holder: item.responsiblePartyId ?? plan.ownerPartyId,
      kind: item.kind,
    }),
  );

/** The goals of the plans, each read once. */
export const readGoals = (plans: ExistingPlan[], effort: Effort): ReadItem[] =>
  read(
    plans,
    effort,
    ({ goals }) => goals,
    ({ text }) => text,
    (plan) => ({ period: plan.period, holder: plan.ownerPartyId }),
  );
