import type { Request } from 'express';
import type { Clock } from '../../../libs/clock/clock.js';
import { languageOf } from '../../../libs/contracts/problem.js';
import type { Language } from '../../../libs/contracts/problem.types.js';
import type { AddressedPeople } from '../../../libs/identity/register/addressed-people.js';
import type { SessionActors, SignedIn } from '../../../libs/identity/session/session-actors.js';
import type { Cookies } from './cookies.js';
import type { FormTokens } from './form-tokens.js';
import { localPath } from './local-path.js';
import type { Visit, Visitor } from './visit.js';

/** What it takes to find out who asks for a page. */
export interface VisitParts {
  readonly clock: Clock;
  readonly cookies: Cookies;
  readonly sessions: SessionActors;
  readonly people: AddressedPeople;
  readonly formTokens: FormTokens;
}

/** Finds out who asks for a page. */
export class Visits {
  constructor(private readonly parts: VisitParts) {}

  /** @param passive Whether the page is not something that the person does. */
  async of(request: Request, passive: boolean): Promise<Visit> {
    const { sessions, cookies } = this.parts;
    const id = cookies.read(request, 'session');
    const signedIn: SignedIn =
      id === undefined ? { state: 'none' } : await (passive ? sessions.look(id) : sessions.use(id));
    const visitor = await this.#visitor(signedIn);
    return {
      ...this.ofNobody(request),
      language: this.#chosen(request) ?? visitor?.person.language ?? accepted(request),
      visitor,
      timedOut: signedIn.state === 'timedOut',
      linkOver: signedIn.state === 'linkOver',
    };
  }

  /** A visit of somebody of whom nothing is known, for pages that must come whatever else fails. */
  ofNobody(request: Request): Visit {
    const language = this.#chosen(request) ?? accepted(request);
    return { language, path: comeBackTo(request), visitor: null, timedOut: false, linkOver: false };
  }

  async #visitor(signedIn: SignedIn): Promise<Visitor | null> {
    if (signedIn.state !== 'active') return null;
    const { actor, session } = signedIn;
    const person = await this.parts.people.find(actor.personId, actor.organisationId);
    if (person === null) return null;
    const now = Date.parse(await this.parts.clock.now());
    return {
      actor,
      person,
      session,
      secondsLeft: Math.max(0, Math.floor((Date.parse(session.idleAt) - now) / 1000)),
      formToken: this.parts.formTokens.make(session.idHash),
    };
  }

  #chosen(request: Request): Language | null {
    const language = this.parts.cookies.read(request, 'language');
    return language === 'da' || language === 'en' ? language : null;
  }
}

/** Steps of a sign-in are gone through once; nobody comes back to them, and a link's token is repeated nowhere. */
function comeBackTo({ originalUrl }: Request): string {
  if (originalUrl.startsWith('/access-link/')) return localPath('/access-link');
  return originalUrl.startsWith('/sign-in') ? localPath('/') : localPath(originalUrl);
}

function accepted(request: Request): Language {
  return languageOf(request.get('accept-language'));
}
