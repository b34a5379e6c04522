import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { ClockedIssuer } from '../../../apps/local/sign-in/clocked-issuer.js';
import { Clock } from '../../clock/clock.js';
import { TokenRefused } from '../identity-errors.js';
import { signedTokensOf } from '../provider/signed-tokens-of.js';
import { subjectKey } from '../sign-in-key.js';
import { LogOutNotices } from './log-out-notices.js';

const AT = '2031-03-01T09:00:00.000Z';
const seconds = Date.parse(AT) / 1000;
const CLIENT = 'kiplan-portal';
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const keyed = { hash: (text: string): Buffer => Buffer.from(text) };

class FixedClock extends Clock {
  now(): Promise<string> {
    return Promise.resolve(AT);
  }
}

/** What is ended of sessions, noted. */
const ended: string[] = [];
const sessions = {
  endOfProviderSession(id: string) {
    ended.push(`session ${id}`);
    return Promise.resolve(['person-1']);
  },
  endOfSubject(key: string) {
    ended.push(`subject ${key}`);
    return Promise.resolve(['person-1', 'person-2']);
  },
};

let issuer: ClockedIssuer;
let notices: LogOutNotices;
beforeAll(async () => {
  issuer = await ClockedIssuer.start(new FixedClock());
  const tokens = signedTokensOf(issuer.issuer, new FixedClock());
  notices = new LogOutNotices(issuer.issuer, CLIENT, tokens, sessions, keyed);
});
afterAll(() => issuer.stop());
beforeEach(() => {
  ended.length = 0;
});

/** A logout token (OpenID Connect Back-Channel Logout 1.0, 2.4), with other claims over the usual ones. */
function token(over: Record<string, unknown> = {}, typ = 'logout+jwt'): Promise<string> {
  const claims = {
    iss: issuer.issuer,
    aud: CLIENT,
    iat: seconds,
    exp: seconds + 120,
    jti: 'one',
    events: { [EVENT]: {} },
    sid: 'session-1',
    sub: 'abc',
    ...over,
  };
  const { id, privateKey } = issuer.signingKey;
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: id, typ }).sign(privateKey);
}

describe('a notice of a log-out', () => {
  it('ends what began with one session of the provider, or everything of a subject', async () => {
    expect(await notices.take(await token())).toEqual(['person-1']);
    expect(ended).toEqual(['session session-1']);
    expect(await notices.take(await token({ sid: undefined }))).toEqual(['person-1', 'person-2']);
    expect(ended[1]).toBe(`subject ${subjectKey(keyed, issuer.issuer, 'abc')}`);
  });

  it.each<[string, () => Promise<string>]>([
    ['an ID token, which has a nonce', () => token({ nonce: 'n' }, 'JWT')],
    ['an ID token without a nonce, which has no event', () => token({ events: undefined }, 'JWT')],
    ['an access token', () => issuer.token({ aud: CLIENT, events: { [EVENT]: {} }, jti: 'one' })],
    ['of another event', () => token({ events: { 'urn:other': {} } })],
    ['of an event that is no object', () => token({ events: { [EVENT]: 'yes' } })],
    ['for another client', () => token({ aud: 'somebody' })],
    ['of another issuer', () => token({ iss: 'https://log-on.example' })],
    ['without an id', () => token({ jti: undefined })],
    ['of nobody', () => token({ sid: undefined, sub: undefined })],
    ['expired', () => token({ exp: seconds - 60 })],
    ['of tomorrow', () => token({ iat: seconds + 86_400 })],
    ['no token', () => Promise.resolve('x')],
  ])('is refused when it is %s', async (_what, make) => {
    await expect(notices.take(await make())).rejects.toThrow(TokenRefused);
    expect(ended).toEqual([]);
  });
});
