import type { Instant } from '../domain/calendar/index.js';
import { knowsOfPlan, seesWholePlan } from '../domain/disclosure/sight.js';
import type { PersonActor } from '../identity/actor-of-token.js';
import type { Queryable } from '../persistence/queryable.js';
import { awaitedOfPerson, type AwaitedView } from '../record/read/awaited.read.js';
import type { Page, PageRequest } from '../record/read/page.js';
import { planStates } from '../record/read/plan.read.js';
import { tasksOfPerson, type TaskView } from '../record/read/tasks.read.js';
import { ledOrganisations } from './led-organisations.js';
import type { ListReader } from './list-reader.js';
import type { Viewer } from './viewer.js';

/** Something that is awaited of the viewer. */
export type MyAwaited = Omit<AwaitedView, 'personId' | 'organisationId'>;

/** What one person is to do, over all plans that the person may know of. */
export class MyWorkReading {
  constructor(private readonly reader: ListReader) {}

  /** Open tasks in the plans that the viewer coordinates or stands in for. @throws InvalidCursor */
  tasks(viewer: Viewer, page: PageRequest): Promise<Page<TaskView>> {
    return this.reader.read(viewer, async (source, at, actor) => {
      const list = await visibleTasks(source, actor, page, at);
      return { list, planIds: list.items.map(({ planId }) => planId) };
    });
  }

  /** What the viewer owes plans. @throws InvalidCursor */
  awaited(viewer: Viewer, page: PageRequest): Promise<Page<MyAwaited>> {
    return this.reader.read(viewer, async (source, at, actor) => {
      const list = await visibleAwaited(source, actor, page, at);
      return { list, planIds: list.items.map(({ planId }) => planId) };
    });
  }
}

/** Open tasks in the plans that the viewer coordinates or stands in for, read at an instant. @throws InvalidCursor */
export async function visibleTasks(
  source: Queryable,
  actor: PersonActor,
  page: PageRequest,
  at: Instant,
): Promise<Page<TaskView>> {
  const { items, next } = await tasksOfPerson(source, { personId: actor.personId, at }, page);
  const states = await planStates(source, [...new Set(items.map(({ planId }) => planId))]);
  const own = new Set(states.filter((state) => seesWholePlan(state, actor, at)).map(({ planId }) => planId));
  return { items: items.filter(({ planId }) => own.has(planId)), next };
}

/** What the viewer owes plans of which they may know, read at an instant. @throws InvalidCursor */
export async function visibleAwaited(
  source: Queryable,
  actor: PersonActor,
  page: PageRequest,
  at: Instant,
): Promise<Page<MyAwaited>> {
  const person = { personId: actor.personId, ledOrganisationIds: ledOrganisations(actor), at };
  const { items, next } = await awaitedOfPerson(source, person, page);
  const states = await planStates(source, [...new Set(items.map(({ planId }) => planId))]);
  const known = new Set(states.filter((state) => knowsOfPlan(state, actor, at)).map(({ planId }) => planId));
  const visible = items
    .filter(({ planId }) => known.has(planId))
    .map(({ personId: _, organisationId: __, ...one }) => one);
  return { items: visible, next };
}
