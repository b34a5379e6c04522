import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import { TokenRefused } from '../../../../libs/identity/identity-errors.js';
import { LogOutNotices } from '../../../../libs/identity/sign-in/log-out-notices.js';
import { OpenPage, PassivePage, SentByMachine } from '../../http/access.js';
import { localPath } from '../../http/local-path.js';
import { SeeOther } from '../../http/page.js';
import { PageProblem } from '../../http/page-problem.js';
import { SignInRateLimitGuard } from '../../http/rate-limits.js';
import type { PageRequest } from '../../http/visit.js';
import { SignInService } from './sign-in.service.js';

/** The way to the provider and back. */
@Controller('sign-in')
@OpenPage()
@UseGuards(SignInRateLimitGuard)
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly logOuts: LogOutNotices,
    private readonly logger: PinoLogger,
  ) {}

  /** Begins a sign-in; `again` asks for it anew though the provider knows the person: `yes`, or `recently` if that is to be proved. */
  @Get()
  async begin(
    @Req() { visit }: PageRequest,
    @Res({ passthrough: true }) response: Response,
    @Query('return') path: unknown,
    @Query('again') asked: unknown,
  ): Promise<never> {
    const returnTo = localPath(path);
    const again = asked === 'yes' || asked === 'recently' ? asked : 'no';
    if (visit.visitor !== null && again === 'no') throw new SeeOther(returnTo);
    throw new SeeOther(await this.signIn.begin(response, returnTo, visit.language, again));
  }

  /** Where the provider leads back to. */
  @Get('return')
  async finish(@Req() request: PageRequest, @Res({ passthrough: true }) response: Response): Promise<never> {
    const { search } = new URL(request.originalUrl, 'http://portal.invalid');
    throw new SeeOther(await this.signIn.finish(request, response, search));
  }

  /** Where the provider tells that somebody has logged out there (OpenID Connect Back-Channel Logout 1.0, 2.5). */
  @Post('ended')
  @HttpCode(200)
  @PassivePage()
  @SentByMachine()
  async ended(@Body('logout_token') token: unknown): Promise<string> {
    if (typeof token !== 'string') throw new PageProblem('FORM.INVALID');
    try {
      // In the same words as a log-out here, with who it was that the provider told of.
      for (const actor of await this.logOuts.take(token))
        this.logger.info({ actor, by: 'provider' }, 'signed out');
      return '';
    } catch (error) {
      throw error instanceof TokenRefused ? new PageProblem('FORM.INVALID', {}, { cause: error }) : error;
    }
  }
}
