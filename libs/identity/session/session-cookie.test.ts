import { describe, expect, it } from '@jest/globals';
import { cookieNames, cookieValue } from './session-cookie.js';

describe('cookies', () => {
  it('are bound to one host and to TLS, except on one machine', () => {
    expect(cookieNames(false)).toEqual({
      session: '__Host-kiplan-session',
      signIn: '__Host-kiplan-sign-in',
      accessLink: '__Host-kiplan-access-link',
      filledIn: '__Host-kiplan-filled-in',
      language: '__Host-kiplan-language',
      secure: true,
    });
    expect(cookieNames(true)).toMatchObject({ session: 'kiplan-session', secure: false });
  });

  it.each([
    ['kiplan-session=abc', 'abc'],
    ['other=1; kiplan-session=abc; more=2', 'abc'],
    ['xkiplan-session=abc', undefined],
    ['kiplan-session-old=abc', undefined],
    ['kiplan-session=', ''],
    ['', undefined],
    [undefined, undefined],
  ])('of the header %s are %s', (header, value) => {
    expect(cookieValue(header, 'kiplan-session')).toBe(value);
  });
});
