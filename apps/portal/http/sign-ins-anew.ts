import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../libs/clock/clock.js';
import type { Environment } from '../../../libs/config/environment.js';
import { identitySettingsOf } from '../../../libs/config/identity-settings.js';
import { OPERATION_RULES, type Operation } from '../../../libs/domain/access/operation-rules.js';
import { Seal } from '../../../libs/identity/sealing/seal.js';
import { type AnewWanted, isSignedInAnew } from '../../../libs/identity/sign-in-anew.js';
import { ENVIRONMENT } from '../environment.token.js';
import { Cookies } from './cookies.js';
import { type FilledIn, FILLED_IN_SECONDS, openFilledIn, sealFilledIn } from './filled-in.js';
import { FORM_TOKEN_FIELD } from './form-token.guard.js';
import { localPath, withReturn } from './local-path.js';
import { SeeOther } from './page.js';
import type { SignedInRequest } from './visit.js';

/** Sends whoever signed in too long ago to sign in anew, for what opens or ends much. */
@Injectable()
export class SignInsAnew {
  readonly #wanted: AnewWanted;

  constructor(
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly cookies: Cookies,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.#wanted = identitySettingsOf(environment).anew;
  }

  /**
   * Goes on if the operation asks for nothing, or its sign-in is recent enough. What was filled in goes along, sealed.
   * @throws SeeOther to the page that asks for a sign-in.
   */
  async require(operation: Operation, request: SignedInRequest): Promise<void> {
    if (OPERATION_RULES[operation].anew !== true || (await this.holds(request))) return;
    const { path, visitor } = request.visit;
    if (request.method === 'GET') throw new SeeOther(withReturn('/session/anew', path));
    const filledIn = { path, from: cameFrom(request), fields: fieldsOf(request.body), tooLong: false };
    const sealed = await sealFilledIn(this.seal, visitor.actor.personId, filledIn);
    if (request.res !== undefined) this.cookies.keep(request.res, 'filledIn', sealed, FILLED_IN_SECONDS);
    throw new SeeOther('/session/anew');
  }

  /** Whether somebody signed in recently and surely enough. */
  async holds({ visit: { visitor } }: SignedInRequest): Promise<boolean> {
    return isSignedInAnew(visitor.session.signIn, this.#wanted, await this.clock.now());
  }

  /** What somebody filled in before they were sent to sign in. */
  filledIn(request: SignedInRequest): Promise<FilledIn | null> {
    const { personId } = request.visit.visitor.actor;
    return openFilledIn(this.seal, personId, this.cookies.read(request, 'filledIn'));
  }
}

/** The page of ours whose form it was, as the browser says; the front page if it does not. */
function cameFrom(request: SignedInRequest): string {
  const referrer = request.get('referer') ?? '';
  if (!URL.canParse(referrer)) return '/';
  const { host, pathname, search } = new URL(referrer);
  return host === request.get('host') ? localPath(`${pathname}${search}`) : '/';
}

/** Every field as it was filled in, but for the token, which a new session has another of. */
function fieldsOf(body: unknown): [string, string][] {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return entries.flatMap(([name, value]) =>
    name === FORM_TOKEN_FIELD
      ? []
      : (Array.isArray(value) ? value : [value]).flatMap((one: unknown): [string, string][] =>
          typeof one === 'string' ? [[name, one]] : [],
        ),
  );
}
