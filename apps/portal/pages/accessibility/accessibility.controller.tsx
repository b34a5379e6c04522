import { Controller, Get, Req } from '@nestjs/common';
import { OpenPage } from '../../http/access.js';
import { Page } from '../../http/page.js';
import type { PageRequest } from '../../http/visit.js';
import { ACCESSIBILITY_WORDS } from './accessibility.words.js';

/** The accessibility statement (lov om tilgængelighed af offentlige organers websteder og mobilapplikationer). */
@Controller('accessibility')
export class AccessibilityController {
  @Get()
  @OpenPage()
  statement(@Req() { visit: { language } }: PageRequest): Page {
    const words = ACCESSIBILITY_WORDS[language];
    return new Page(
      words.title,
      <>
        <h1>{words.title}</h1>
        <p class="font-lead">{words.lead}</p>
        <h2>{words.howHeading}</h2>
        <p>{words.how}</p>
        <h2>{words.sessionHeading}</h2>
        <p>{words.session}</p>
        <h2>{words.tellHeading}</h2>
        <p>{words.tell}</p>
        <h2>{words.complainHeading}</h2>
        <p>{words.complain}</p>
      </>,
    );
  }
}
