import { expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { Cookies } from './cookies.js';

/** What a browser is told to keep, and then to drop. */
async function told(localSetup: boolean): Promise<string[]> {
  const cookies = new Cookies(localSetup);
  const app = express();
  app.get('/', (_request, response) => {
    cookies.keep(response, 'session', 'abc');
    cookies.keep(response, 'signIn', 'def', 600);
    cookies.drop(response, 'session');
    response.end();
  });
  return (await request(app).get('/')).get('Set-Cookie') ?? [];
}

it('cookies go over TLS only, to the host that set them, except on one machine', async () => {
  const [session, signIn, dropped] = await told(false);
  expect(session).toBe('__Host-kiplan-session=abc; Path=/; HttpOnly; Secure; SameSite=Lax');
  expect(signIn).toMatch(/^__Host-kiplan-sign-in=def; Max-Age=600; .*HttpOnly; Secure; SameSite=Lax$/);
  expect(dropped).toMatch(/^__Host-kiplan-session=; Path=\/; Expires=Thu, 01 Jan 1970 .*Secure/);
  const [local] = await told(true);
  expect(local).toBe('kiplan-session=abc; Path=/; HttpOnly; SameSite=Lax');
});
