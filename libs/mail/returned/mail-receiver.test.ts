import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from '@jest/globals';
import { deliveryReport, nestedParts } from '../../../test/factories/returned-mails.js';
import { CertificateAuthority } from '../../../test/support/certificates.js';
import { messageIdOf } from '../transport/message-id.js';
import { MailReceiver, type MailReceiverOptions } from './mail-receiver.js';
import type { ReturnedMail } from './read-returned-mail.js';
import { ReturnAddresses } from './return-addresses.js';

const DOMAIN = 'besked.example.dk';
const addresses = new ReturnAddresses([{ id: 'a', secret: Buffer.alloc(32, 1) }], DOMAIN);
const messageId = messageIdOf(['notice-1'], DOMAIN);
const address = addresses.addressOf(messageId);
const report = deliveryReport({ action: 'failed', recipient: 'nancy@example.dk' });

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});

interface Taken {
  readonly messageId: string;
  readonly mail: ReturnedMail;
}

async function receiver(
  options: Partial<MailReceiverOptions> = {},
): Promise<{ port: number; taken: Taken[]; deferred: unknown[] }> {
  const taken: Taken[] = [];
  const deferred: unknown[] = [];
  const started = await MailReceiver.start({
    host: '127.0.0.1',
    port: 0,
    protocol: 'smtp',
    name: DOMAIN,
    tls: null,
    requireTls: false,
    addresses,
    take: (id, mail) => {
      taken.push({ messageId: id, mail });
      return Promise.resolve();
    },
    onDeferred: (reason) => deferred.push(reason),
    ...options,
  });
  closings.push(() => started.stop());
  return { port: started.port, taken, deferred };
}

/** Sends as a mail server does; the answer is the code of the server's refusal, or 250. */
async function send(
  port: number,
  raw: string | Buffer,
  { to = address, lmtp = false, starttls = false } = {},
): Promise<number> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    lmtp,
    ignoreTLS: !starttls,
    requireTLS: starttls,
    tls: { rejectUnauthorized: false },
  });
  try {
    await transport.sendMail({ envelope: { from: '', to: [to] }, raw });
    return 250;
  } catch (error) {
    return (error as { responseCode?: number }).responseCode ?? 0;
  } finally {
    transport.close();
  }
}

/** A client that says one line at a time and waits for the answer. */
async function conversation(port: number): Promise<{
  say: (line: string) => Promise<string>;
  socket: Socket;
  greeting: string;
  heard: () => string;
}> {
  const socket: Socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString()));
  socket.on('error', () => undefined);
  await once(socket, 'data');
  return {
    socket,
    greeting: heard,
    heard: () => heard,
    say: async (line) => {
      const before = heard.length;
      socket.write(`${line}\r\n`);
      while (heard.length === before && !socket.destroyed) await pause(5);
      return heard.slice(before);
    },
  };
}

/** When the other side has closed. */
async function ended(socket: Socket): Promise<void> {
  while (!socket.readableEnded && !socket.destroyed) await pause(10);
}

/** The last answer of a conversation. */
async function lastAnswer(port: number, ...lines: readonly string[]): Promise<string> {
  const { say, socket } = await conversation(port);
  let answer = '';
  for (const line of lines) answer = await say(line);
  socket.destroy();
  return answer;
}

describe('mail that comes back', () => {
  it.each([
    ['SMTP', 'smtp'],
    ['LMTP', 'lmtp'],
  ] as const)('is taken by %s, with the mail that it is about', async (_name, protocol) => {
    const { port, taken } = await receiver({ protocol });
    expect(await send(port, report, { lmtp: protocol === 'lmtp' })).toBe(250);
    expect(taken).toEqual([
      { messageId, mail: { kind: 'deliveryReport', entries: [{ action: 'failed', status: '5.1.1' }] } },
    ]);
  });

  it('gets its yes only when what follows from it is done', async () => {
    let done = false;
    const { port } = await receiver({
      take: async () => {
        await pause(200);
        done = true;
      },
    });
    expect(await send(port, report)).toBe(250);
    expect(done).toBe(true);
  });

  it('is kept by its sender when what follows from it could not be done', async () => {
    const { port, deferred } = await receiver({ take: () => Promise.reject(new Error('no database')) });
    expect(await send(port, report)).toBe(451);
    expect(deferred).toEqual([new Error('no database')]);
  });

  it.each([
    ['made up', `retur+${'0'.repeat(56)}@${DOMAIN}`],
    ['of another domain', address.replace(DOMAIN, 'andet.example.dk')],
    ['no return address', `besked@${DOMAIN}`],
    ['somebody else’s', 'nancy@example.dk'],
  ])('is refused for an address that is %s', async (_what, to) => {
    const { port, taken } = await receiver();
    expect(await send(port, report, { to })).toBe(550);
    expect(taken).toEqual([]);
  });

  it('is taken for one recipient at a time', async () => {
    const { port } = await receiver();
    const second = addresses.addressOf(messageIdOf(['notice-2'], DOMAIN));
    const envelope = ['EHLO a', 'MAIL FROM:<>', `RCPT TO:<${address}>`, `RCPT TO:<${second}>`];
    expect(await lastAnswer(port, ...envelope)).toMatch(/^452 /);
  });

  it('is refused when it is far too large, whether it says so or not', async () => {
    const { port, taken } = await receiver();
    const large = Buffer.alloc(50_000_000, 'x\r\n');
    expect(await send(port, large)).toBe(552);
    expect(await lastAnswer(port, 'EHLO a', 'MAIL FROM:<> SIZE=50000000')).toMatch(/^552 /);
    expect(taken).toEqual([]);
    expect(await send(port, report)).toBe(250);
  });

  it.each([
    ['broken', '\u0000\u0001\r\n--\r\n'],
    ['empty', ''],
    ['of a thousand parts in one another', nestedParts(1_000)],
    ['cut off', report.slice(0, 400)],
  ])('that is %s is taken, and no answer of anybody’s', async (_what, raw) => {
    const { port, taken } = await receiver();
    expect(await send(port, Buffer.from(raw || '\r\n'))).toBe(250);
    expect(taken).toMatchObject([{ mail: { kind: 'notUnderstood' } }]);
  });

  it('needs no name, and nobody signs in', async () => {
    const { port } = await receiver();
    expect(await lastAnswer(port, 'EHLO a')).not.toMatch(/AUTH|STARTTLS/);
    expect(await lastAnswer(port, 'EHLO a', 'AUTH PLAIN AGEAYg==')).toMatch(/^500 /);
  });

  it('goes on being taken after a client that broke off in the middle', async () => {
    const { port, taken } = await receiver();
    const { say, socket } = await conversation(port);
    for (const line of ['EHLO a', 'MAIL FROM:<>', `RCPT TO:<${address}>`]) await say(line);
    expect(await say('DATA')).toMatch(/^354 /);
    // All of the mail but the line that ends it.
    socket.write(report);
    await pause(100);
    socket.destroy();
    await pause(100);
    expect(taken).toEqual([]);
    expect(await send(port, report)).toBe(250);
    expect(taken).toHaveLength(1);
  });
});

describe('a client that takes too much', () => {
  it('is told so after too many recipients that are not here, and the next one is heard', async () => {
    const { port, taken } = await receiver({ limits: { refusedRecipients: 3 } });
    const { say, socket } = await conversation(port);
    for (const line of ['EHLO a', 'MAIL FROM:<>']) await say(line);
    for (let tried = 0; tried < 3; tried += 1) {
      expect(await say(`RCPT TO:<retur+${String(tried)}@${DOMAIN}>`)).toMatch(/^550 5\.1\.1 /);
    }
    expect(await say(`RCPT TO:<retur+4@${DOMAIN}>`)).toMatch(/^421 4\.7\.0 /);
    await ended(socket);
    expect(await send(port, report)).toBe(250);
    expect(taken).toHaveLength(1);
  });

  it('has so many dialogues at a time and no more', async () => {
    const { port } = await receiver({ limits: { perAddress: 2 } });
    const first = await conversation(port);
    await conversation(port);
    const third = await conversation(port);
    expect(third.greeting).toMatch(/^421 4\.7\.0 /);
    first.socket.destroy();
    await pause(100);
    expect((await conversation(port)).greeting).toMatch(/^220 /);
  });

  it('is cut off when it drips, whatever it says in between', async () => {
    const { port } = await receiver({ limits: { withoutMail: 400 } });
    const { socket, say, heard } = await conversation(port);
    for (const line of ['EHLO a', 'MAIL FROM:<>', `RCPT TO:<${address}>`, 'DATA']) await say(line);
    const dripping = setInterval(() => socket.write('x\r\n'), 50);
    await ended(socket);
    clearInterval(dripping);
    expect(heard()).toMatch(/421 4\.4\.2 /);
  });

  it('is cut off in the end, however many mails it sends', async () => {
    const { port } = await receiver({ limits: { longest: 300 } });
    const { socket, heard } = await conversation(port);
    await ended(socket);
    expect(heard()).toMatch(/421 4\.4\.2 /);
  });

  it('is none when it is only slow: each mail gives it time anew', async () => {
    const { port, taken } = await receiver({ limits: { withoutMail: 6_000 } });
    const { say, socket } = await conversation(port);
    await say('EHLO a');
    for (let mail = 0; mail < 3; mail += 1) {
      for (const line of ['MAIL FROM:<>', `RCPT TO:<${address}>`, 'DATA']) await say(line);
      await pause(2_200);
      expect(await say(`${report}\r\n.`)).toMatch(/^250 /);
    }
    socket.destroy();
    expect(taken).toHaveLength(3);
  }, 60_000);
});

describe('TLS', () => {
  it('is asked for before anything is taken, when it is required', async () => {
    const authority = await CertificateAuthority.create();
    const { pem: certificate, key } = await authority.certify('Test receiver', 'servers');
    const { port, taken } = await receiver({ tls: { certificate, key }, requireTls: true });
    expect(await send(port, report)).toBe(530);
    expect(taken).toEqual([]);
    expect(await send(port, report, { starttls: true })).toBe(250);
    expect(taken).toHaveLength(1);
  });
});

describe('stopping', () => {
  it('lets a mail under way come to its end', async () => {
    let done = false;
    const started = await MailReceiver.start({
      host: '127.0.0.1',
      port: 0,
      protocol: 'smtp',
      name: DOMAIN,
      tls: null,
      requireTls: false,
      addresses,
      take: async () => {
        await pause(300);
        done = true;
      },
      onDeferred: () => undefined,
    });
    const sending = send(started.port, report);
    await pause(150);
    await started.stop();
    expect(done).toBe(true);
    expect(await sending).toBe(250);
  });

  it('a port that is taken is an error', async () => {
    const { port } = await receiver();
    await expect(receiver({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
