import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import type { Problem } from '../../../libs/contracts/problem.js';
import { loadUnserved } from '../testing/load-application.js';

let app: NestExpressApplication;

beforeAll(async () => {
  ({ app } = await (await loadUnserved())({ RATE_LIMIT_REQUESTS: '5' }));
});
afterAll(() => app.close());

const plan = '/api/v1/plans/0b8f3c52-6c1e-4d8a-9d35-1f0c2b7a4e01';

describe('what never reaches the record', () => {
  it.each([
    ['no token', () => request(app.getHttpServer()).get(plan), 401, 'AUTH.MISSING'],
    [
      'a forged token',
      () => request(app.getHttpServer()).get(plan).set('Authorization', 'Bearer a.b.c'),
      401,
      'AUTH.INVALID',
    ],
    ['an unknown address', () => request(app.getHttpServer()).get('/api/v1/nothing'), 404, 'ROUTE.NOT_FOUND'],
    [
      'a method that is not there',
      () => request(app.getHttpServer()).delete(plan),
      405,
      'ROUTE.METHOD_NOT_ALLOWED',
    ],
    [
      'broken JSON',
      () => request(app.getHttpServer()).post('/api/v1/plans').type('json').send('{"a": '),
      400,
      'REQUEST.BROKEN_JSON',
    ],
    [
      'a body that is no JSON',
      () => request(app.getHttpServer()).post('/api/v1/plans').type('xml').send('<a/>'),
      415,
      'REQUEST.UNSUPPORTED_TYPE',
    ],
    [
      'two megabytes',
      () =>
        request(app.getHttpServer())
          .post('/api/v1/plans')
          .send({ a: 'x'.repeat(2_000_000) }),
      413,
      'REQUEST.TOO_LARGE',
    ],
    [
      'eleven megabytes of document',
      () =>
        request(app.getHttpServer())
          .post(`${plan}/documents`)
          .set('Content-Type', 'application/pdf')
          .send(Buffer.alloc(11 * 1024 * 1024)),
      413,
      'DOCUMENT.TOO_LARGE',
    ],
    [
      'half a percent sign',
      () => request(app.getHttpServer()).get('/api/v1/plans/%E0%A4%A'),
      400,
      'REQUEST.INVALID',
    ],
  ])('%s is a problem of its own', async (_what, send, status, code) => {
    const response = await send().set('X-Correlation-Id', 'correlation-1').set('Accept-Language', 'en');
    expect([response.status, (response.body as Problem).code]).toEqual([status, code]);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.headers['x-correlation-id']).toBe('correlation-1');
    expect((response.body as Problem).correlationId).toBe('correlation-1');
    expect(JSON.stringify(response.body)).not.toMatch(/at .*\.(ts|js):/);
  });

  it('answers in Danish unless asked otherwise', async () => {
    const response = await request(app.getHttpServer()).get(plan);
    expect((response.body as Problem).title).toBe('Du er ikke logget på');
    expect(response.headers['content-language']).toBe('da');
  });

  it('names the methods that a path has', async () => {
    const response = await request(app.getHttpServer()).delete(plan);
    expect(response.headers['allow']).toBe('GET');
  });

  it('sets headers that keep answers from being misused', async () => {
    const response = await request(app.getHttpServer()).get(plan);
    expect(response.headers['content-security-policy']).toContain("default-src 'none'");
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['x-powered-by']).toBeUndefined();
  });

  it('lives without needing anything', async () => {
    await request(app.getHttpServer()).get('/health/live').expect(200);
  });

  it('tells who asks too often how long to wait', async () => {
    const answers = [];
    for (let count = 0; count < 60; count += 1) answers.push(await request(app.getHttpServer()).get(plan));
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect((last?.body as Problem).code).toBe('RATE.LIMITED');
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
