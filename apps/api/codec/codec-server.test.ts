import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import express, { type Express } from 'express';
import request from 'supertest';
import { EncryptingCodec } from '../../../libs/temporal/payload-codec.js';
import { codecServer } from './codec-server.js';

const UI = 'http://localhost:8233';
const codec = new EncryptingCodec([{ id: 'key', secret: randomBytes(32) }]);
const plain = {
  metadata: { encoding: Buffer.from('json/plain').toString('base64') },
  data: Buffer.from('"remindParty"').toString('base64'),
};

function application(mayDecode: boolean): Express {
  const app = express();
  app.use('/codec', codecServer({ codec, uiOrigin: UI, mayDecode: () => Promise.resolve(mayDecode) }));
  return app;
}

describe('the codec server', () => {
  it('encodes and decodes for whoever may', async () => {
    const app = application(true);
    const encoded = await request(app)
      .post('/codec/encode')
      .send({ payloads: [plain] })
      .expect(200);
    expect(JSON.stringify(encoded.body)).not.toContain(plain.data);
    const decoded = await request(app)
      .post('/codec/decode')
      .send(encoded.body as object)
      .expect(200);
    expect(decoded.body).toEqual({ payloads: [plain] });
  });

  it('shows nothing to anybody else', async () => {
    const answer = await request(application(false))
      .post('/codec/decode')
      .send({ payloads: [plain] });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'AUTH.MISSING' });
  });

  it("answers the page of the Temporal UI and no other one's", async () => {
    const ours = await request(application(true)).options('/codec/decode').set('Origin', UI);
    expect(ours.headers['access-control-allow-origin']).toBe(UI);
    const other = await request(application(true))
      .options('/codec/decode')
      .set('Origin', 'http://evil.example');
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('takes what has no payloads, as a query without arguments', async () => {
    const answer = await request(application(true)).post('/codec/decode').send({});
    expect([answer.status, answer.body]).toEqual([200, { payloads: [] }]);
  });

  it('refuses what is nested deeper than anything of ours', async () => {
    const answer = await request(application(true))
      .post('/codec/decode')
      .type('json')
      .send('['.repeat(400_000));
    expect(answer.status).toBe(400);
  });

  it.each([{ payloads: {} }, { payloads: 'x' }, { payloads: [{ data: '%' }] }])(
    'refuses %j',
    async (body) => {
      const answer = await request(application(true)).post('/codec/decode').send(body);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'REQUEST.INVALID' });
    },
  );

  it('refuses what was written under another key', async () => {
    const other = new EncryptingCodec([{ id: 'other', secret: randomBytes(32) }]);
    const [payload] = await other.encode([{ metadata: {}, data: Buffer.from('1') }]);
    const wire = {
      metadata: Object.fromEntries(
        Object.entries(payload?.metadata ?? {}).map(([name, value]) => [
          name,
          Buffer.from(value).toString('base64'),
        ]),
      ),
      data: Buffer.from(payload?.data ?? []).toString('base64'),
    };
    const answer = await request(application(true))
      .post('/codec/decode')
      .send({ payloads: [wire] });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'CODEC.UNREADABLE' });
  });
});
