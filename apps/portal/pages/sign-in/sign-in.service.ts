import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import type { Environment } from '../../../../libs/config/environment.js';
import { Authentication } from '../../../../libs/identity/authentication.js';
import { AssuranceTooLow, TokenRefused } from '../../../../libs/identity/identity-errors.js';
import { Seal } from '../../../../libs/identity/sealing/seal.js';
import { SessionStore } from '../../../../libs/identity/session/session-store.js';
import {
  ATTEMPT_SECONDS,
  openAttempt,
  sealAttempt,
  type SignInAttempt,
} from '../../../../libs/identity/sign-in/sign-in-attempt.js';
import {
  type Again,
  type FinishedSignIn,
  SignInClient,
  SignInFailed,
} from '../../../../libs/identity/sign-in/sign-in-client.js';
import { sealIdToken } from '../../../../libs/identity/sign-in/sealed-id-token.js';
import { subjectKey } from '../../../../libs/identity/sign-in-key.js';
import { Vault } from '../../../../libs/persistence/vault.js';
import { ENVIRONMENT } from '../../environment.token.js';
import { Cookies } from '../../http/cookies.js';
import { PageProblem } from '../../http/page-problem.js';

/** Takes somebody through a sign-in at the provider. */
@Injectable()
export class SignInService {
  constructor(
    private readonly client: SignInClient,
    private readonly authentication: Authentication,
    private readonly sessions: SessionStore,
    private readonly seal: Seal,
    private readonly vault: Vault,
    private readonly cookies: Cookies,
    private readonly logger: PinoLogger,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /**
   * Begins, and leaves in the browser what is needed to finish.
   * @returns The address of the provider to go to.
   */
  async begin(response: Response, returnTo: string, language: string, again: Again): Promise<string> {
    const { address, attempt } = await this.client.begin(returnTo, language, again);
    this.cookies.keep(response, 'signIn', await sealAttempt(this.seal, attempt), ATTEMPT_SECONDS);
    return address;
  }

  /**
   * Finishes, and begins a session under a new id, whatever the browser had before.
   * @returns The path to which the person wanted to get.
   */
  async finish(request: Request, response: Response, query: string): Promise<string> {
    const attempt = await openAttempt(this.seal, this.cookies.read(request, 'signIn'));
    this.cookies.drop(response, 'signIn');
    if (attempt === null) throw new PageProblem('SIGN_IN.NOT_OURS');
    const id = await this.#begunSession(await this.#finished(query, attempt), attempt);
    if (id === null) throw new PageProblem('SIGN_IN.NOT_OURS');
    const before = this.cookies.read(request, 'session');
    if (before !== undefined) await this.sessions.end(before);
    this.cookies.keep(response, 'session', id);
    return attempt.returnTo;
  }

  async #finished(query: string, attempt: SignInAttempt): Promise<FinishedSignIn> {
    try {
      return await this.client.finish(query, attempt);
    } catch (error) {
      if (!(error instanceof SignInFailed)) throw error;
      const code = error.reason === 'brokenOff' ? 'SIGN_IN.BROKEN_OFF' : 'SIGN_IN.NOT_OURS';
      throw new PageProblem(code, {}, { cause: error });
    }
  }

  async #begunSession(signedIn: FinishedSignIn, attempt: SignInAttempt): Promise<string | null> {
    const { claims, idToken, providerSession } = signedIn;
    const { personId } = await this.#person(signedIn);
    this.logger.info({ actor: personId, assurance: claims.assurance }, 'signed in');
    return this.sessions.begin({
      personId,
      claimed: claims,
      signIn: { at: claims.signedInAt, assurance: claims.assurance },
      attempt: attempt.state,
      subjectKey: subjectKey(this.vault.cipher, this.environment.OIDC_ISSUER, claims.subject),
      providerSession,
      idTokenSealed: await sealIdToken(this.seal, idToken, this.sessions.limits.longest),
    });
  }

  async #person({ claims }: FinishedSignIn): Promise<{ personId: string }> {
    try {
      return await this.authentication.person(claims);
    } catch (error) {
      if (error instanceof AssuranceTooLow) throw new PageProblem('SIGN_IN.ASSURANCE_TOO_LOW');
      if (error instanceof TokenRefused) throw new PageProblem('SIGN_IN.NOT_REGISTERED');
      throw error;
    }
  }
}
