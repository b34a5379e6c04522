import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import type { PlanState } from '../../../libs/domain/plan/plan.types.js';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';
import { listPlans, type PlanListItem } from '../../../libs/record/read/list-plans.js';
import { planStates } from '../../../libs/record/read/plan.read.js';
import { knowsOfPlan, maySee, seesWholePlan } from '../reading/plan-access.js';
import { ledOrganisations } from '../reading/led-organisations.js';
import { USUAL_PAGE } from '../schemas/page-query.js';
import type { PlanFilterQuery } from './plan-filter.schema.js';
import type { PlanListItemView, PlanListView } from './plan-list.view.js';

/** Lists of plans, each only as far as the actor may know. */
@Injectable()
export class PlanListService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The plans that an actor may know of and that fit a filter, newest first. */
  async list(actor: PersonActor, query: PlanFilterQuery): Promise<PlanListView> {
    const at = await this.clock.now();
    const { coordinator, organisation, waitsOnOrganisation, waitsOnPerson, overdue, cursor, limit, ...rest } =
      query;
    return this.database.transaction('REPEATABLE READ', async (source) => {
      const page = await listPlans(
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
        { cursor, limit: limit ?? USUAL_PAGE },
      );
      const states = await planStates(
        source,
        page.items.map(({ planId }) => planId),
      );
      return { items: visible(page.items, states, actor, at, asksHow(query)), next: page.next };
    });
  }
}

/** Filters by how a plan goes would tell a participant what the participant may not see. */
function asksHow(query: PlanFilterQuery): boolean {
  const { phase, waitsFor, waitsOnOrganisation, waitsOnPerson, overdue, dueBefore, coordinator } = query;
  return [phase, waitsFor, waitsOnOrganisation, waitsOnPerson, overdue, dueBefore, coordinator].some(
    (one) => one !== undefined,
  );
}

function visible(
  items: readonly PlanListItem[],
  states: readonly PlanState[],
  actor: PersonActor,
  at: string,
  asksHow: boolean,
): PlanListItemView[] {
  return items.flatMap((item) => {
    const state = states.find(({ planId }) => planId === item.planId);
    if (state === undefined || !knowsOfPlan(state, actor, at)) return [];
    const leads = seesWholePlan(state, actor, at) || item.seenAs === 'organisation';
    if (asksHow && !leads) return [];
    return [itemView(item, leads, maySee(state, actor, 'masterData', at))];
  });
}

function itemView(
  { seq: _, seenAs: __, ...item }: PlanListItem,
  leads: boolean,
  masterData: boolean,
): PlanListItemView {
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
