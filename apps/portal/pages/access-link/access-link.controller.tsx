import { Body, Controller, Get, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { copenhagenTime } from '../../../../libs/domain/calendar/index.js';
import { OpenPage } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import { PageProblem } from '../../http/page-problem.js';
import { SignInRateLimitGuard } from '../../http/rate-limits.js';
import type { PageRequest } from '../../http/visit.js';
import { AccessLinkService } from './access-link.service.js';
import { AskForLinkPage, CodePage, OpenedPage } from './access-link.pages.js';
import { ACCESS_LINK_WORDS } from './access-link.words.js';
import { LINK_ENTRY, LINK_START } from './link-start.js';

/** The way in by a link from a mail, for those who cannot sign in. */
@Controller('access-link')
@OpenPage()
@UseGuards(SignInRateLimitGuard)
export class AccessLinkController {
  constructor(private readonly links: AccessLinkService) {}

  /** Asks for the code; who has no link is told how to get one. */
  @Get()
  async entry(@Req() request: PageRequest): Promise<Page> {
    const { language, visitor } = request.visit;
    if (visitor?.actor.link !== undefined) throw new SeeOther(LINK_START);
    const words = ACCESS_LINK_WORDS[language];
    return (await this.links.hasToken(request))
      ? new Page(words.code.title, <CodePage language={language} visitor={visitor} wrong={false} />)
      : new Page(words.ask.title, <AskForLinkPage language={language} />);
  }

  /** Takes a link's token and its code. What is wrong with a link is told to who has it; a wrong code can be mended. */
  @Post()
  @HttpCode(200)
  async open(
    @Req() request: PageRequest,
    @Res({ passthrough: true }) response: Response,
    @Body('code') code: unknown,
  ): Promise<Page> {
    const refusal = await this.links.open(request, response, typeof code === 'string' ? code : '');
    if (refusal === null) throw new SeeOther(LINK_START);
    if (refusal !== 'ACCESS_LINK.CODE_WRONG') throw new PageProblem(refusal);
    const { language, visitor } = request.visit;
    response.status(403);
    const { title } = ACCESS_LINK_WORDS[language].code;
    return new Page(title, <CodePage language={language} visitor={visitor} wrong={true} />);
  }

  /** What somebody can do who came by a link, and until when. */
  @Get('opened')
  opened(@Req() { visit: { language, visitor } }: PageRequest): Page {
    const link = visitor?.actor.link;
    if (visitor === null || link === undefined) throw new SeeOther(LINK_ENTRY);
    const words = ACCESS_LINK_WORDS[language].opened;
    const until = copenhagenTime(visitor.session.endsAt).replace(':', words.separator);
    return new Page(words.title, <OpenedPage language={language} link={link} until={until} />);
  }

  /** Where the mail leads: on to the entry at once, so that the token stays in no address bar and no history. */
  @Get(':token')
  async arrive(
    @Param('token') token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<never> {
    await this.links.keep(response, token);
    throw new SeeOther(LINK_ENTRY);
  }
}
