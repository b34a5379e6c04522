import { Controller, Get, Query, Req } from '@nestjs/common';
import { Clock } from '../../../../libs/clock/clock.js';
import { OwnPlansReading } from '../../../../libs/reading/own-plans.reading.js';
import { OpenPage } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import { pageOfList } from '../../http/page-query.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { PageRequest, SignedInRequest } from '../../http/visit.js';
import { LINK_START } from '../access-link/link-start.js';
import { FrontDoor } from './front-door.js';
import { FRONT_PAGE_WORDS } from './front-page.words.js';
import { OwnPlans, type OwnWork } from './own-plans.js';

/** Where in each of its lists a front page stands. */
interface Places {
  readonly plans?: unknown;
  readonly awaited?: unknown;
  readonly tasks?: unknown;
}

/** Where everybody begins. */
@Controller()
export class FrontPageController {
  constructor(
    private readonly own: OwnPlansReading,
    private readonly clock: Clock,
  ) {}

  @Get()
  @OpenPage()
  async frontPage(@Req() request: PageRequest, @Query() places: Places): Promise<Page> {
    const { language, visitor } = request.visit;
    if (visitor?.actor.link !== undefined) throw new SeeOther(LINK_START);
    const words = FRONT_PAGE_WORDS[language];
    if (!isSignedIn(request)) return new Page(words.door.title, <FrontDoor language={language} />);
    return new Page(
      words.plans.title,
      <OwnPlans language={language} {...await this.#work(request, places)} />,
    );
  }

  async #work(request: SignedInRequest, places: Places): Promise<OwnWork> {
    const [plans, awaited, tasks] = [
      pageOfList(places.plans),
      pageOfList(places.awaited),
      pageOfList(places.tasks),
    ];
    const { organisationRoles } = request.visit.visitor.actor;
    return {
      plans: await this.own.plans(viewerOf(request, 'listPlans'), plans),
      awaited: await this.own.awaited(viewerOf(request, 'listMyAwaited'), awaited),
      // Only who works somewhere coordinates or stands in.
      tasks:
        organisationRoles.length === 0 ? null : await this.own.tasks(viewerOf(request, 'listMyTasks'), tasks),
      later: { plans: plans.cursor !== null, awaited: awaited.cursor !== null, tasks: tasks.cursor !== null },
      at: await this.clock.now(),
    };
  }
}

function isSignedIn(request: PageRequest): request is SignedInRequest {
  return request.visit.visitor !== null;
}
