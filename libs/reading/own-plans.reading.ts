import type { Instant } from '../domain/calendar/index.js';
import { sightOf } from '../domain/disclosure/sight.js';
import type { PersonActor } from '../identity/actor-of-token.js';
import type { Queryable } from '../persistence/queryable.js';
import { nextMeetingsOf } from '../record/read/meetings.read.js';
import type { Page, PageRequest } from '../record/read/page.js';
import { planStates } from '../record/read/plan.read.js';
import type { TaskView } from '../record/read/tasks.read.js';
import { mentionedPeople } from './citizen-data/mentioned-people.js';
import type { ListReader } from './list-reader.js';
import { type MyAwaited, visibleAwaited, visibleTasks } from './my-work.reading.js';
import { visiblePlans, type VisibleListItem } from './plan-list.reading.js';
import type { Viewer } from './viewer.js';

/** How a plan is called in a list. */
export interface PlanTitle {
  readonly number: string;
  /** Null for who may not know, or where it is protected. */
  readonly citizenName: string | null;
}

/** A plan in somebody's own list. */
export interface OwnPlan {
  readonly plan: VisibleListItem;
  readonly title: PlanTitle;
  readonly nextMeeting: Instant | null;
}

/** Something to do in a plan. */
export interface Titled<T> {
  readonly item: T;
  readonly title: PlanTitle;
}

/** What somebody sees first: the plans that they have to do with, and what waits for them there. */
export class OwnPlansReading {
  constructor(private readonly reader: ListReader) {}

  /** Newest first. @throws InvalidCursor */
  plans(viewer: Viewer<'listPlans'>, page: PageRequest): Promise<Page<OwnPlan>> {
    return this.reader.read(viewer, async (source, at, actor) => {
      const { items, next } = await visiblePlans(source, actor, {}, page, at);
      const planIds = items.map(({ planId }) => planId);
      const titles = await titlesOf(source, actor, planIds, at);
      const meetings = await nextMeetingsOf(source, planIds, at);
      const plans = items.map((plan) => ({
        plan,
        title: titled(titles, plan.planId),
        nextMeeting: meetings.get(plan.planId) ?? null,
      }));
      return { list: { items: plans, next }, planIds };
    });
  }

  /** The most urgent first. @throws InvalidCursor */
  awaited(viewer: Viewer<'listMyAwaited'>, page: PageRequest): Promise<Page<Titled<MyAwaited>>> {
    return this.#titled(viewer, (source, at, actor) => visibleAwaited(source, actor, page, at));
  }

  /** The most urgent first. @throws InvalidCursor */
  tasks(viewer: Viewer<'listMyTasks'>, page: PageRequest): Promise<Page<Titled<TaskView>>> {
    return this.#titled(viewer, (source, at, actor) => visibleTasks(source, actor, page, at));
  }

  #titled<T extends { readonly planId: string }>(
    viewer: Viewer,
    read: (source: Queryable, at: Instant, actor: PersonActor) => Promise<Page<T>>,
  ): Promise<Page<Titled<T>>> {
    return this.reader.read(viewer, async (source, at, actor) => {
      const { items, next } = await read(source, at, actor);
      const planIds = [...new Set(items.map(({ planId }) => planId))];
      const titles = await titlesOf(source, actor, planIds, at);
      const list = items.map((item) => ({ item, title: titled(titles, item.planId) }));
      return { list: { items: list, next }, planIds };
    });
  }
}

type Titles = ReadonlyMap<string, PlanTitle>;

async function titlesOf(
  source: Queryable,
  actor: PersonActor,
  planIds: readonly string[],
  at: Instant,
): Promise<Titles> {
  const states = await planStates(source, planIds);
  const citizens = new Map(
    states
      .filter((state) => sightOf(state, actor, at).answers.masterData.allowed)
      .map(({ planId, citizenPersonId }) => [planId, citizenPersonId]),
  );
  const people = await mentionedPeople(source, [...citizens.values()]);
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return new Map(
    states.map(({ planId, number }) => [
      planId,
      { number, citizenName: names.get(citizens.get(planId) ?? '') ?? null },
    ]),
  );
}

function titled(titles: Titles, planId: string): PlanTitle {
  return titles.get(planId) ?? { number: '', citizenName: null };
}
