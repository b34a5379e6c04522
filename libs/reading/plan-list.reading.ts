import type { AwaitedKind } from '../domain/deadline/awaited.types.js';
import type { Instant } from '../domain/calendar/index.js';
import { knowsOfPlan, sightOf } from '../domain/disclosure/sight.js';
import type { Phase, PlanState } from '../domain/plan/plan.types.js';
import type { PersonActor } from '../identity/actor-of-token.js';
import type { Queryable } from '../persistence/queryable.js';
import { listPlans, type PlanListItem } from '../record/read/list-plans.js';
import type { Page, PageRequest } from '../record/read/page.js';
import { planStates } from '../record/read/plan.read.js';
import { ledOrganisations } from './led-organisations.js';
import type { ListReader } from './list-reader.js';
import type { Viewer } from './viewer.js';

/** Which plans are looked for; what is left out does not matter. */
export interface PlanSearch {
  readonly phase?: Phase;
  readonly coordinator?: string;
  readonly organisation?: string;
  readonly waitsFor?: AwaitedKind;
  readonly waitsOnOrganisation?: string;
  readonly waitsOnPerson?: string;
  readonly overdue?: boolean;
  readonly dueBefore?: Instant;
  readonly open?: boolean;
}

type How =
  | 'phase'
  | 'waitingFor'
  | 'waitingOn'
  | 'overdueFor'
  | 'overdueSince'
  | 'nextStep'
  | 'nextAt'
  | 'problem'
  | 'summary'
  | 'endReason';
type What =
  'courseType' | 'cluster' | 'municipalityCode' | 'department' | 'coordinatorPersonId' | 'citizenPersonId';

/** A plan in a list; null stands for what the viewer may not see. */
export type VisibleListItem = Omit<PlanListItem, 'seq' | 'seenAs' | How | What> & {
  readonly [field in How | What]: PlanListItem[field] | null;
};

/** Lists of plans, each only as far as the viewer may know. */
export class PlanListReading {
  constructor(private readonly reader: ListReader) {}

  /** The plans that a viewer may know of and that fit, newest first. @throws InvalidCursor */
  list(viewer: Viewer, search: PlanSearch, page: PageRequest): Promise<Page<VisibleListItem>> {
    return this.reader.read(viewer, async (source, at, actor) => {
      const list = await visiblePlans(source, actor, search, page, at);
      const searched = Object.values(search).some((one) => one !== undefined);
      return { list, planIds: list.items.map(({ planId }) => planId), searched };
    });
  }
}

/** The plans that a viewer may know of and that fit, read at an instant. @throws InvalidCursor */
export async function visiblePlans(
  source: Queryable,
  actor: PersonActor,
  search: PlanSearch,
  page: PageRequest,
  at: Instant,
): Promise<Page<VisibleListItem>> {
  const { coordinator, organisation, waitsOnOrganisation, waitsOnPerson, overdue, ...rest } = search;
  const found = await listPlans(
    source,
    {
      ...rest,
      coordinatorPersonId: coordinator,
      organisationId: organisation,
      waitsOnOrganisationId: waitsOnOrganisation,
      waitsOnPersonId: waitsOnPerson,
      overdueAt: overdue === true ? at : undefined,
      visibleTo: { personId: actor.personId, organisationIds: ledOrganisations(actor), at },
    },
    page,
  );
  const states = await planStates(
    source,
    found.items.map(({ planId }) => planId),
  );
  return { items: visible(found.items, states, actor, at), next: found.next };
}

/** Of what was found, no more than the gate lets the actor see now; which plans are found has been decided before. */
function visible(
  items: readonly PlanListItem[],
  states: readonly PlanState[],
  actor: PersonActor,
  at: Instant,
): VisibleListItem[] {
  return items.flatMap((item) => {
    const state = states.find(({ planId }) => planId === item.planId);
    if (state === undefined || !knowsOfPlan(state, actor, at)) return [];
    const { leads, answers } = sightOf(state, actor, at);
    return [itemView(item, leads, answers.masterData.allowed)];
  });
}

function itemView(
  { seq: _, seenAs: __, ...item }: PlanListItem,
  leads: boolean,
  masterData: boolean,
): VisibleListItem {
  const how = leads
    ? {}
    : {
        phase: null,
        waitingFor: null,
        waitingOn: null,
        overdueFor: null,
        overdueSince: null,
        nextStep: null,
        nextAt: null,
        problem: null,
        summary: null,
        endReason: null,
      };
  const what = masterData
    ? {}
    : {
        courseType: null,
        cluster: null,
        municipalityCode: null,
        department: null,
        coordinatorPersonId: null,
        citizenPersonId: null,
      };
  return { ...item, ...how, ...what };
}
