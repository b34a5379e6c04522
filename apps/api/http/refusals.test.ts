import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
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
      'nine kilobytes of address',
      () => request(app.getHttpServer()).get(`/api/v1/plans?cursor=${'x'.repeat(9_000)}`),
      414,
      'REQUEST.ADDRESS_TOO_LONG',
    ],
    [
      'a method that tells what was sent',
      () => request(app.getHttpServer()).trace(plan).set('Cookie', 'secret'),
      405,
      'ROUTE.METHOD_NOT_ALLOWED',
    ],
    [
      'two megabytes that were packed into two kilobytes',
      () =>
        request(app.getHttpServer())
          .post('/api/v1/plans')
          .type('json')
          .set('Content-Encoding', 'gzip')
          .serialize((content: Buffer) => content as unknown as string)
          .send(gzipSync(JSON.stringify({ a: 'x'.repeat(2_000_000) }))),
      413,
      'REQUEST.TOO_LARGE',
    ],
    [
      'half a percent sign',
      () => request(app.getHttpServer()).get('/api/v1/plans/%E0%A4%A'),
      400,
      'REQUEST.NOT_UTF8',
    ],
    [
      'a query in Latin-1',
      () => request(app.getHttpServer()).get('/api/v1/people?name=S%F8ren'),
      400,
      'REQUEST.NOT_UTF8',
    ],
    ...(
      [
        ['JSON in Latin-1', 'application/json', Buffer.from('{"givenName":"Søren"}', 'latin1')],
        [
          'JSON that says that it is Latin-1',
          'application/json; charset=iso-8859-1',
          Buffer.from('{"givenName":"Søren"}', 'latin1'),
        ],
        ['JSON in UTF-16', 'application/json; charset=utf-16le', Buffer.from('{"a":"ø"}', 'utf16le')],
        ['JSON with a cut letter', 'application/json', Buffer.from('{"a":"S\u00c3"}', 'latin1')],
      ] as const
    ).map(
      ([what, type, body]) =>
        [
          what,
          () =>
            request(app.getHttpServer())
              .post('/api/v1/plans')
              .set('Content-Type', type)
              .serialize((content: Buffer) => content as unknown as string)
              .send(body),
          400,
          'REQUEST.NOT_UTF8',
        ] as const,
    ),
    [
      'four hundred thousand brackets',
      () => request(app.getHttpServer()).post('/api/v1/plans').type('json').send('['.repeat(400_000)),
      400,
      'REQUEST.TOO_DEEP',
    ],
  ])('%s is a problem of its own', async (_what, send, status, code) => {
    const response = await send().set('X-Correlation-Id', 'correlation-1').set('Accept-Language', 'en');
    expect([response.status, (response.body as Problem).code]).toEqual([status, code]);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.headers['x-correlation-id']).toBe('correlation-1');
    expect((response.body as Problem).correlationId).toBe('correlation-1');
    expect(JSON.stringify(response.body)).not.toMatch(/at .*\.(ts|js):/);
  });

  it.each(['{"a":["S\\ud83d"]}', '{"\\ud83d":1}'])(
    'half of a character is told with its place: %s',
    async (body) => {
      const response = await request(app.getHttpServer()).post('/api/v1/plans').type('json').send(body);
      const { code, errors } = response.body as Problem;
      expect([response.status, code]).toEqual([400, 'REQUEST.INVALID']);
      expect(errors).toEqual([
        {
          field: expect.stringMatching(/^\/(a\/0|\ufffd)$/) as unknown as string,
          expected: expect.stringContaining('UTF-8') as unknown as string,
        },
      ]);
    },
  );

  it.each(['utf-8', 'UTF-8', 'utf8', '"utf8"', 'us-ascii'])(
    'UTF-8 is taken by the name of %s',
    async (charset) => {
      const response = await request(app.getHttpServer())
        .post('/api/v1/plans')
        .set('Content-Type', `application/json; charset=${charset}`)
        .send('{"a":"Søren"}');
      expect((response.body as Problem).code).toBe('AUTH.MISSING');
    },
  );

  it('answers in Danish unless asked otherwise', async () => {
    const response = await request(app.getHttpServer()).get(plan);
    expect((response.body as Problem).title).toBe('Du er ikke logget på');
    expect(response.headers['content-language']).toBe('da');
  });

  it('names the methods that a path has', async () => {
    const response = await request(app.getHttpServer()).delete(plan);
    expect(response.headers['allow']).toBe('GET');
  });

  it.each([
    ['an answer', '/health/live'],
    ['a refusal', plan],
    ['an address that is not there', '/nothing'],
    ['one that is too long', `/${'x'.repeat(9_000)}`],
  ])('sets headers that keep %s from being misused', async (_what, path) => {
    const { headers } = await request(app.getHttpServer()).get(path).set('Origin', 'https://evil.example');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox",
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
    });
    for (const name of ['x-powered-by', 'server', 'access-control-allow-origin', 'etag']) {
      expect(headers[name]).toBeUndefined();
    }
  });

  it('reads no more than 16 kB of headers', async () => {
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`, {
      headers: { 'X-Padding': 'x'.repeat(20_000) },
    });
    expect([answer.status, await answer.text()]).toEqual([431, '']);
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
