import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';
import { awaitedOfPerson } from '../../../libs/record/read/awaited.read.js';
import { planStates } from '../../../libs/record/read/plan.read.js';
import { tasksOfPerson } from '../../../libs/record/read/tasks.read.js';
import { ledOrganisations } from '../reading/led-organisations.js';
import { knowsOfPlan } from '../reading/plan-access.js';
import { type PageQuery, USUAL_PAGE } from '../schemas/page-query.js';
import type { AwaitedPage } from './awaited.view.js';
import type { TaskPage } from './tasks.view.js';

/** What one person is to do, over all plans that the person may know of. */
@Injectable()
export class MyWorkService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async tasks({ personId }: PersonActor, { cursor, limit }: PageQuery): Promise<TaskPage> {
    const at = await this.clock.now();
    return tasksOfPerson(this.database, { personId, at }, { cursor, limit: limit ?? USUAL_PAGE });
  }

  async awaited(actor: PersonActor, { cursor, limit }: PageQuery): Promise<AwaitedPage> {
    const at = await this.clock.now();
    return this.database.transaction('REPEATABLE READ', async (source) => {
      const page = await awaitedOfPerson(
        source,
        { personId: actor.personId, ledOrganisationIds: ledOrganisations(actor) },
        { cursor, limit: limit ?? USUAL_PAGE },
      );
      const planIds = [...new Set(page.items.map(({ planId }) => planId))];
      const known = new Set(
        (await planStates(source, planIds))
          .filter((state) => knowsOfPlan(state, actor, at))
          .map(({ planId }) => planId),
      );
      const items = page.items
        .filter(({ planId }) => known.has(planId))
        .map(({ planId, ref, kind, fromKind, participantId, since, deadline }) => ({
          planId,
          ref,
          kind,
          fromKind,
          participantId,
          since,
          deadline,
        }));
      return { items, next: page.next };
    });
  }
}
