import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Environment } from '../../../../libs/config/environment.js';
import { copenhagenTime } from '../../../../libs/domain/calendar/index.js';
import { ENVIRONMENT } from '../../environment.token.js';
import { OpenPage, PassivePage } from '../../http/access.js';
import { Cookies } from '../../http/cookies.js';
import { localPath, withReturn } from '../../http/local-path.js';
import { Page, SeeOther } from '../../http/page.js';
import { PageProblem } from '../../http/page-problem.js';
import type { PageRequest, SignedInRequest } from '../../http/visit.js';
import { warningSeconds } from '../../http/warning-seconds.js';
import { SESSION_WARNING_WORDS } from '../../layout/session-warning.words.js';
import { SignInsAnew } from '../../http/sign-ins-anew.js';
import { AnewPage, EndedPage, FilledInPage, WarningPage } from './session.pages.js';
import { SESSION_WORDS } from './session.words.js';

/** A page that was asked for a little early is still the warning, in seconds. */
const EARLY = 5;

/** What somebody is told of their session. */
@Controller('session')
export class SessionController {
  readonly #warning: number;

  constructor(
    private readonly cookies: Cookies,
    private readonly anew: SignInsAnew,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.#warning = warningSeconds(environment);
  }

  /** Where a page without scripts leads in time. Whoever has done something meanwhile, in another tab, is led back. */
  @Get('warning')
  @OpenPage()
  @PassivePage()
  warning(@Req() { visit }: PageRequest, @Query('return') returnTo: unknown): Page {
    const path = localPath(returnTo);
    const { language, visitor } = visit;
    if (visitor === null) throw new SeeOther(withReturn('/session/ended', path));
    if (visitor.secondsLeft > this.#warning + EARLY) throw new SeeOther(path);
    const words = SESSION_WARNING_WORDS[language];
    const until = copenhagenTime(visitor.session.idleAt).replace(':', words.separator);
    const onwards = `${visitor.secondsLeft + 1};url=${withReturn('/session/ended', path)}`;
    return new Page(
      words.heading,
      <WarningPage language={language} visitor={visitor} until={until} path={path} />,
      {
        isWarning: true,
        head: (
          <noscript>
            <meta http-equiv="refresh" content={onwards} />
          </noscript>
        ),
      },
    );
  }

  /** Staying. Asked for by a script, the answer tells for how long; else it is the page to come back to. */
  @Post('extension')
  @HttpCode(200)
  extension(
    @Req() { visit: { visitor }, headers }: SignedInRequest,
    @Body('return') returnTo: unknown,
  ): { warnAfter: number; endsAfter: number } {
    if (headers.accept !== 'application/json') throw new SeeOther(localPath(returnTo));
    const { secondsLeft } = visitor;
    return { warnAfter: Math.max(0, secondsLeft - this.#warning), endsAfter: secondsLeft };
  }

  /** Where somebody is led who signed in too long ago for what they want to do. */
  @Get('anew')
  async signInAnew(@Req() request: SignedInRequest, @Query('return') returnTo: unknown): Promise<Page> {
    const { language } = request.visit;
    const filledIn = returnTo === undefined ? await this.anew.filledIn(request) : null;
    const path = filledIn === null ? localPath(returnTo) : '/session/filled-in';
    const signIn = `/sign-in?${new URLSearchParams({ again: 'recently', return: filledIn?.tooLong === true ? filledIn.from : path }).toString()}`;
    return new Page(
      SESSION_WORDS[language].anew.title,
      <AnewPage
        language={language}
        signIn={signIn}
        leave={filledIn?.from ?? '/'}
        filledIn={filledIn === null ? 'none' : filledIn.tooLong ? 'tooLong' : 'kept'}
      />,
    );
  }

  /** What was filled in before the sign-in, offered again to the same person. */
  @Get('filled-in')
  async filledIn(@Req() request: SignedInRequest): Promise<Page> {
    const { language, visitor } = request.visit;
    const filledIn = await this.anew.filledIn(request);
    if (filledIn === null) throw new SeeOther('/');
    if (!(await this.anew.holds(request))) throw new SeeOther('/session/anew');
    return new Page(
      SESSION_WORDS[language].filledIn.title,
      <FilledInPage language={language} visitor={visitor} filledIn={filledIn} />,
    );
  }

  /** The end of a session in which nothing was done. */
  @Get('ended')
  @OpenPage()
  @PassivePage()
  ended(
    @Req() { visit: { language, visitor, linkOver } }: PageRequest,
    @Query('return') returnTo: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Page {
    const path = localPath(returnTo);
    if (visitor !== null) throw new SeeOther(path);
    this.cookies.dropSession(response);
    if (linkOver) throw new PageProblem('ACCESS_LINK.OVER');
    return new Page(SESSION_WORDS[language].ended.title, <EndedPage language={language} path={path} />);
  }
}
