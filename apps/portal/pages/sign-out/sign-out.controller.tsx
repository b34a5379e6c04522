import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import { ProviderUnavailable } from '../../../../libs/identity/identity-errors.js';
import { Seal } from '../../../../libs/identity/sealing/seal.js';
import { SessionStore } from '../../../../libs/identity/session/session-store.js';
import { openIdToken } from '../../../../libs/identity/sign-in/sealed-id-token.js';
import { type LogOutForm, SignInClient } from '../../../../libs/identity/sign-in/sign-in-client.js';
import type { Assets } from '../../../../libs/pages/assets.js';
import { PORTAL_ASSETS } from '../../assets.token.js';
import { OpenPage, PassivePage } from '../../http/access.js';
import { Cookies } from '../../http/cookies.js';
import { Page, SeeOther } from '../../http/page.js';
import type { PageRequest, Visit } from '../../http/visit.js';
import { LeavingPage, LeftPage } from './sign-out.pages.js';
import { SIGN_OUT_WORDS } from './sign-out.words.js';

/** The way out, here and at the provider. */
@Controller()
@OpenPage()
@PassivePage()
export class SignOutController {
  constructor(
    private readonly client: SignInClient,
    private readonly sessions: SessionStore,
    private readonly seal: Seal,
    private readonly cookies: Cookies,
    private readonly logger: PinoLogger,
    @Inject(PORTAL_ASSETS) private readonly assets: Assets,
  ) {}

  /**
   * Ends the session at once, then leads to the provider by a form: the ID token, which may hold a CPR number, comes into
   * no address that way.
   */
  @Post('sign-out')
  @HttpCode(200)
  async signOut(@Req() request: PageRequest, @Res({ passthrough: true }) response: Response): Promise<Page> {
    const { visit } = request;
    const id = this.cookies.read(request, 'session');
    if (id !== undefined) await this.sessions.end(id);
    this.cookies.dropSession(response);
    if (visit.visitor !== null) this.logger.info({ actor: visit.visitor.actor.personId }, 'signed out');
    const form = await this.#formFor(visit);
    if (form === null) throw new SeeOther('/signed-out');
    request.visit = { ...visit, visitor: null };
    const words = SIGN_OUT_WORDS[visit.language].leaving;
    const head = <script type="module" src={this.assets.address('added', 'go-on.js')} />;
    return new Page(words.title, <LeavingPage language={visit.language} form={form} />, { head });
  }

  @Get('signed-out')
  signedOut(@Req() { visit: { language } }: PageRequest): Page {
    return new Page(SIGN_OUT_WORDS[language].left.title, <LeftPage language={language} />);
  }

  /** A provider that is away keeps nobody from leaving here. */
  async #formFor({ visitor, language }: Visit): Promise<LogOutForm | null> {
    if (visitor === null || visitor.session.idTokenSealed === null) return null;
    const idToken = await openIdToken(this.seal, visitor.session.idTokenSealed);
    if (idToken === null) return null;
    try {
      return await this.client.logOutForm(idToken, language);
    } catch (error) {
      if (error instanceof ProviderUnavailable) return null;
      throw error;
    }
  }
}
