import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AccessLinkDoor, type Opened } from '../../../../libs/access-links/access-link-door.js';
import { openToken, sealToken, TOKEN_SECONDS } from '../../../../libs/access-links/sealed-token.js';
import { Seal } from '../../../../libs/identity/sealing/seal.js';
import { isSecret } from '../../../../libs/identity/secret.js';
import { SessionStore } from '../../../../libs/identity/session/session-store.js';
import { Cookies } from '../../http/cookies.js';
import { originOf } from '../../http/origin.js';

/** Takes somebody from a link in a mail to a session. */
@Injectable()
export class AccessLinkService {
  constructor(
    private readonly door: AccessLinkDoor,
    private readonly sessions: SessionStore,
    private readonly seal: Seal,
    private readonly cookies: Cookies,
  ) {}

  /** Leaves the token in the browser, sealed. Nothing is looked up: a mail server's scanner that follows links changes nothing. */
  async keep(response: Response, token: string): Promise<void> {
    if (!isSecret(token)) {
      this.cookies.drop(response, 'accessLink');
      return;
    }
    this.cookies.keep(response, 'accessLink', await sealToken(this.seal, token), TOKEN_SECONDS);
  }

  /** Whether the browser has a token. */
  async hasToken(request: Request): Promise<boolean> {
    return (await this.#token(request)) !== null;
  }

  /**
   * Tries the browser's token with a code. It begins a session under a new id, whatever the browser had before.
   * @returns Why there is no session; null if there is one.
   */
  async open(
    request: Request,
    response: Response,
    code: string,
  ): Promise<Extract<Opened, { refusal: unknown }>['refusal'] | null> {
    const opened = await this.door.open((await this.#token(request)) ?? '', code, originOf(request));
    if ('refusal' in opened && opened.refusal === 'ACCESS_LINK.CODE_WRONG') return opened.refusal;
    this.cookies.drop(response, 'accessLink');
    if ('refusal' in opened) return opened.refusal;
    const before = this.cookies.read(request, 'session');
    if (before !== undefined) await this.sessions.end(before);
    this.cookies.keep(response, 'session', opened.session);
    return null;
  }

  #token(request: Request): Promise<string | null> {
    return openToken(this.seal, this.cookies.read(request, 'accessLink'));
  }
}
