import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../libs/contracts/problem.js';
import { ClamDaemon, EICAR } from '../support/clam-daemon.js';
import { ApiServer } from './api-server.js';
import { type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n', 'latin1');

let daemon: ClamDaemon;
let api: ApiServer;
let plan: WellFilledPlan;

beforeAll(async () => {
  daemon = new ClamDaemon();
  await daemon.start();
  api = await ApiServer.start('2027-03-01T09:00:00.000Z', undefined, undefined, {
    settings: { UPLOAD_SCANNER_URL: daemon.url },
  });
  plan = await wellFilledPlan(api);
}, 120_000);
afterAll(async () => {
  await api.stop();
  await daemon.stop();
});

async function upload(
  content: Buffer,
  { type = 'text/plain', name = 'plan.txt', key }: { type?: string; name?: string; key?: string } = {},
): Promise<{ status: number; code: string | undefined; documentId: string; fileName: string }> {
  const test = api
    .post(plan.people.coordinator, `/plans/${plan.planId}/documents?participantId=citizen`)
    .set('Content-Type', type)
    .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  if (key !== undefined) test.set('Idempotency-Key', key);
  const answer = await test.send(content);
  const { documentId = '', fileName = '' } = answer.body as { documentId?: string; fileName?: string };
  return { status: answer.status, code: (answer.body as Partial<Problem>).code, documentId, fileName };
}

async function kept(): Promise<number> {
  const [row] = await api.database.query<{ kept: number }[]>('SELECT count(*)::int AS kept FROM documents');
  return row?.kept ?? 0;
}

describe('an upload', () => {
  it('that is harmless is kept and given back as what it is', async () => {
    const { status, documentId } = await upload(Buffer.from('Ærlig talt: æøå'));
    expect(status).toBe(201);
    const read = await api.get(plan.people.coordinator, `/plans/${plan.planId}/documents/${documentId}`);
    expect(read.text).toBe('Ærlig talt: æøå');
    expect(read.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="plan.txt"/) as unknown as string,
      'content-security-policy': expect.stringContaining('sandbox') as unknown as string,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it.each([
    ['alone', EICAR],
    ['behind a lot', Buffer.concat([Buffer.alloc(3_000_000, 'a'), EICAR])],
  ])('that is harmful is refused, and nothing of it is kept: %s', async (_what, content) => {
    const before = await kept();
    expect(await upload(content)).toMatchObject({ status: 422, code: 'DOCUMENT.HARMFUL' });
    expect(await kept()).toBe(before);
  });

  it('that cannot be scanned is refused until it can', async () => {
    const before = await kept();
    await daemon.stop();
    const key = 'upload-while-the-scanner-is-away';
    expect(await upload(PDF, { type: 'application/pdf', key })).toMatchObject({
      status: 503,
      code: 'DOCUMENT.NOT_SCANNED',
    });
    expect(await kept()).toBe(before);
    await daemon.start();
    expect(await upload(PDF, { type: 'application/pdf', key })).toMatchObject({ status: 201 });
    expect(await kept()).toBe(before + 1);
  });

  it.each([
    ['../../etc/passwd', 'passwd.txt'],
    ['..\\..\\windows\\system32\\drivers\\etc\\hosts', 'hosts.txt'],
    ['plan.txt\0.exe', 'plan.txt.exe.txt'],
    ['NUL', '_NUL.txt'],
    [`${'å'.repeat(1_000)}.txt`, `${'å'.repeat(196)}.txt`],
    ['plan\u202etxt.exe', 'plantxt.exe.txt'],
    ['plan\r\nX-Injected: yes.txt', 'planX-Injected_ yes.txt'],
  ])('called %j is kept under a name that can be saved anywhere', async (given, name) => {
    const { documentId, fileName } = await upload(Buffer.from('tekst'), { name: given });
    expect(fileName).toBe(name);
    const read = await api.get(plan.people.coordinator, `/plans/${plan.planId}/documents/${documentId}`);
    expect(read.status).toBe(200);
    expect(read.headers['x-injected']).toBeUndefined();
    expect(read.headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`);
  });
});

describe('the form in which a file comes', () => {
  const asHeader = (text: string): string => Buffer.from(text).toString('latin1');

  async function sent(type: string, disposition: string, content: Buffer) {
    const answer = await api
      .post(plan.people.coordinator, `/plans/${plan.planId}/documents?participantId=citizen`)
      .set('Content-Type', type)
      .set('Content-Disposition', disposition)
      .send(content);
    const { code, fileName, mediaType, detail } = answer.body as Record<string, string>;
    return { status: answer.status, code, fileName, mediaType, detail };
  }

  it.each([
    ["attachment; filename*=UTF-8'da'%C3%86rlig.txt", 'Ærlig.txt'],
    [asHeader('attachment; filename="Ærlig.txt"'), 'Ærlig.txt'],
    ['attachment; filename="=?UTF-8?Q?=C3=86rlig.txt?="', 'Ærlig.txt'],
  ])('names it by %j', async (disposition, fileName) => {
    expect(await sent('text/plain', disposition, Buffer.from('x'))).toMatchObject({ status: 201, fileName });
  });

  it('is refused with what to send where its name is not UTF-8, and nothing is kept', async () => {
    const before = await kept();
    const answer = await sent('text/plain', 'attachment; filename="S\u00f8ren.txt"', Buffer.from('x'));
    expect(answer).toMatchObject({ status: 400, code: 'REQUEST.NOT_UTF8' });
    expect(answer.detail).toContain('UTF-8');
    expect(await kept()).toBe(before);
  });

  it.each([
    ['text that begins like a picture', 'text/plain', Buffer.from('BMI 31\r\nØl: ro\r\n'), 'text/plain'],
    ['a PDF behind a line', 'application/pdf', Buffer.concat([Buffer.from('\n'), PDF]), 'application/pdf'],
    ['a PDF of an unknown type', 'application/octet-stream', PDF, 'application/pdf'],
  ])('takes %s', async (_what, type, content, mediaType) => {
    expect(await sent(type, 'attachment', content)).toMatchObject({ status: 201, mediaType });
  });

  it('asks for text to be saved as UTF-8', async () => {
    const answer = await sent('text/plain', 'attachment', Buffer.from('Søren', 'latin1'));
    expect(answer).toMatchObject({ status: 415, code: 'DOCUMENT.NOT_UTF8' });
    expect(answer.detail).toContain('UTF-8');
  });
});
