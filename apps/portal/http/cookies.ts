import type { Request, Response } from 'express';
import { type CookieNames, cookieNames, cookieValue } from '../../../libs/identity/session/session-cookie.js';

type CookieName = Exclude<keyof CookieNames, 'secure'>;

/** The cookies that the portal keeps in a browser: out of reach of scripts, and of other sites' forms. */
export class Cookies {
  readonly #names: CookieNames;

  constructor(localSetup: boolean) {
    this.#names = cookieNames(localSetup);
  }

  read(request: Request, name: CookieName): string | undefined {
    return cookieValue(request.get('cookie'), this.#names[name]);
  }

  /** @param seconds How long it is kept; until the browser is closed without it. */
  keep(response: Response, name: CookieName, value: string, seconds?: number): void {
    response.cookie(this.#names[name], value, {
      ...this.#options(),
      ...(seconds === undefined ? {} : { maxAge: seconds * 1000 }),
    });
  }

  drop(response: Response, name: CookieName): void {
    response.clearCookie(this.#names[name], this.#options());
  }

  /**
   * Drops the session, and has the browser forget what it keeps of our pages. Not all cookies: that would reach every host
   * of the domain (Clear Site Data, 3.1).
   */
  dropSession(response: Response): void {
    this.drop(response, 'session');
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }

  /** Lax, since a browser comes back from the provider by a link of another site. */
  #options(): { httpOnly: true; sameSite: 'lax'; secure: boolean; path: '/' } {
    return { httpOnly: true, sameSite: 'lax', secure: this.#names.secure, path: '/' };
  }
}
