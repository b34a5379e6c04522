import { Controller, Get, Req } from '@nestjs/common';
import { OpenPage } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import type { PageRequest } from '../../http/visit.js';
import { LINK_START } from '../access-link/link-start.js';
import { FrontDoor } from './front-door.js';
import { FRONT_PAGE_WORDS } from './front-page.words.js';
import { OwnPlans } from './own-plans.js';

/** Where everybody begins. */
@Controller()
export class FrontPageController {
  @Get()
  @OpenPage()
  frontPage(@Req() { visit: { language, visitor } }: PageRequest): Page {
    if (visitor?.actor.link !== undefined) throw new SeeOther(LINK_START);
    const words = FRONT_PAGE_WORDS[language];
    return visitor === null
      ? new Page(words.door.title, <FrontDoor language={language} />)
      : new Page(words.plans.title, <OwnPlans language={language} />);
  }
}
