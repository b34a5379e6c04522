import { TokenRefused } from '../identity-errors.js';
import type { SignedTokens } from '../provider/signed-tokens.js';
import type { SessionStore } from '../session/session-store.js';
import { type KeyedHash, subjectKey } from '../sign-in-key.js';

/** The member of `events` that makes a token a logout token (OpenID Connect Back-Channel Logout 1.0, 2.4). */
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Ends sessions when the provider tells, behind the browser's back, that somebody has logged out there. */
export class LogOutNotices {
  constructor(
    private readonly issuer: string,
    private readonly clientId: string,
    private readonly tokens: SignedTokens,
    private readonly sessions: Pick<SessionStore, 'endOfProviderSession' | 'endOfSubject'>,
    private readonly keyed: KeyedHash,
  ) {}

  /**
   * Ends what a logout token names: one session of the provider's, or all of a subject's. Doing it again ends nothing
   * more.
   * @returns Whose sessions were ended.
   * @throws TokenRefused for a token that is none; ProviderUnavailable.
   */
  async take(token: string): Promise<readonly string[]> {
    const { events, nonce, sid, sub } = await this.tokens.read(token, {
      audience: this.clientId,
      types: ['logout+jwt', 'jwt'],
      untyped: true,
      required: ['iat', 'jti', 'events'],
    });
    // An ID token has a nonce and no such event, so that neither is taken for the other.
    if (nonce !== undefined || !isEvent(events)) throw new TokenRefused('no logout token');
    if (typeof sid === 'string') return this.sessions.endOfProviderSession(sid);
    if (typeof sub === 'string') return this.sessions.endOfSubject(subjectKey(this.keyed, this.issuer, sub));
    throw new TokenRefused('logout of nobody');
  }
}

function isEvent(events: unknown): boolean {
  if (typeof events !== 'object' || events === null || !Object.hasOwn(events, EVENT)) return false;
  const event = (events as Record<string, unknown>)[EVENT];
  return typeof event === 'object' && event !== null;
}
