import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type AddressObject } from 'mailparser';
import { type Mailbox, startMailbox } from '../../../test/support/mailbox.js';
import { meetingInvitation } from '../calendar/meeting-invitation.js';
import { MailChannel } from '../channels/mail.channel.js';
import { MailTransport, type MailTransportOptions } from './mail-transport.js';
import { messageIdOf, threadIdOf } from './message-id.js';
import type { OutgoingMail } from './outgoing-mail.js';

const from = { name: 'Fælles beskeder', address: 'besked@besked.example.dk' };
const mail: OutgoingMail = {
  noticeKeys: ['plan-1/invite/0/citizen'],
  threads: [{ planId: 'plan-1', recipientId: 'citizen' }],
  to: { name: 'Lonni Test Lauridsen', address: 'lonni@example.dk' },
  returnAddress: null,
  language: 'da',
  subject: 'Du har en besked om et møde på Ærø',
  text: 'Hej Lønni\n\nMødet er ændret.\n.\n',
  html: '<!doctype html><html lang="da"><body><p>Hej Lønni</p><p>Mødet er ændret.</p></body></html>',
  calendar: null,
  at: '2027-03-01T08:00:00.000Z',
};

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) {
    await close();
  }
});

async function mailbox(): Promise<Mailbox> {
  const box = await startMailbox();
  closings.push(() => box.stop());
  return box;
}

function transport(smtpUrl: string, options: Partial<MailTransportOptions> = {}): MailTransport {
  const made = new MailTransport({ smtpUrl, requireTls: false, from, ...options });
  closings.push(() => made.close());
  return made;
}

type Behaviour = 'cutAtData' | 'cutWithin' | 'cutAtEnd' | 'silentAtEnd' | 'refuseAtEnd' | 'refuseSender';

/** Speaks SMTP with one client at a time, and misbehaves at one point. */
function answer(socket: Socket, behaviour: Behaviour): void {
  let content = false;
  const say = (line: string): void => {
    socket.write(`${line}\r\n`);
  };
  socket.on('error', () => socket.destroy());
  say('220 localhost');
  socket.on('data', (chunk) => {
    const heard = chunk.toString();
    if (content) {
      if (behaviour === 'cutWithin') {
        socket.destroy();
      } else if (heard.endsWith('\r\n.\r\n')) {
        content = false;
        if (behaviour === 'cutAtEnd') {
          socket.destroy();
        } else if (behaviour === 'refuseAtEnd') {
          say('554 5.6.0 Not this one');
        }
      }
    } else if (heard.startsWith('DATA')) {
      if (behaviour === 'cutAtData') {
        socket.destroy();
      } else {
        content = true;
        say('354 Go on');
      }
    } else if (heard.startsWith('MAIL') && behaviour === 'refuseSender') {
      say('550 5.7.1 You may not send');
    } else {
      say('250 Ok');
    }
  });
}

async function misbehaving(behaviour: Behaviour): Promise<{ url: string; connections: () => number }> {
  let connections = 0;
  const server: Server = createServer((socket) => {
    connections += 1;
    answer(socket, behaviour);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closings.push(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port.');
  }
  return { url: `smtp://127.0.0.1:${address.port}`, connections: () => connections };
}

describe('a mail that the server takes', () => {
  it('is accepted, with its headers, letters and both parts whole', async () => {
    const box = await mailbox();
    const outcome = await transport(box.url).send(mail);
    expect(outcome).toMatchObject({ status: 'accepted' });
    const [received] = await box.waitForMails(1);
    expect(received?.envelope).toEqual({ from: from.address, to: ['lonni@example.dk'] });
    expect(received?.parsed.subject).toBe(mail.subject);
    expect(received?.parsed.from?.value[0]).toMatchObject(from);
    expect((received?.parsed.to as AddressObject).value[0]).toMatchObject(mail.to);
    expect(received?.parsed.text?.trim()).toBe(mail.text.trim());
    expect(received?.parsed.html).toBe(mail.html);
    expect(received?.parsed.date?.toISOString()).toBe(mail.at);
    expect(received?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(received?.parsed.headers.get('content-language')).toBe('da');
    expect(received?.parsed.headers.has('x-mailer')).toBe(false);
    expect(received?.raw.slice(0, received.raw.indexOf('\r\n\r\n'))).toMatch(/^[\x20-\x7e\r\n]*$/u);
  });

  it('has the same Message-ID at every attempt and a thread that shows no id', async () => {
    const box = await mailbox();
    const sender = transport(box.url);
    await sender.send(mail);
    await sender.send(mail);
    await sender.send({ ...mail, noticeKeys: ['plan-1/invite/1/citizen'] });
    const [first, again, next] = (await box.waitForMails(3)).map(({ parsed }) => parsed);
    expect(first?.messageId).toBe(messageIdOf(mail.noticeKeys, 'besked.example.dk'));
    expect(again?.messageId).toBe(first?.messageId);
    expect(next?.messageId).not.toBe(first?.messageId);
    expect(first?.references).toBe(
      threadIdOf({ planId: 'plan-1', recipientId: 'citizen' }, 'besked.example.dk'),
    );
    expect(next?.references).toBe(first?.references);
    expect(box.mails[0]?.raw).not.toContain('plan-1');
  });

  it('comes back to an address of its own, and its fate is asked for', async () => {
    const box = await mailbox();
    const sender = transport(box.url);
    const returnAddress = `retur+${'0'.repeat(56)}@besked.example.dk`;
    await sender.send(mail);
    await sender.send({ ...mail, noticeKeys: ['another'], returnAddress });
    const [without, own] = await box.waitForMails(2);
    expect([without?.envelope.from, without?.reports]).toEqual([from.address, []]);
    expect(own?.envelope).toEqual({ from: returnAddress, to: ['lonni@example.dk'] });
    expect(own?.reports).toEqual(['SUCCESS', 'FAILURE', 'DELAY']);
    expect(own?.parsed.from?.value[0]).toMatchObject(from);
  });

  it.each(['REQUEST', 'CANCEL'] as const)('carries a calendar entry with method %s', async (method) => {
    const box = await mailbox();
    const content = meetingInvitation({
      uid: 'meeting-1@besked.example.dk',
      sequence: 1,
      method,
      from: '2027-03-02T08:00:00.000Z',
      to: '2027-03-02T09:30:00.000Z',
      organizer: { name: 'Mødeindkaldelse', email: from.address },
      attendee: { name: mail.to.name, email: mail.to.address },
      place: 'Rådhuset',
      language: 'da',
      stamp: mail.at,
    });
    await transport(box.url).send({ ...mail, calendar: { method, content } });
    const [received] = await box.waitForMails(1);
    const types = [...(received?.raw ?? '').matchAll(/^Content-Type: ([^\r\n]+(?:\r\n\s[^\r\n]+)*)/gmu)].map(
      ([, type = '']) =>
        type
          .replace(/\s+/gu, ' ')
          .replace(/boundary=.*/u, '')
          .trim(),
    );
    expect(types).toEqual([
      'multipart/mixed;',
      'multipart/alternative;',
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
      `text/calendar; charset=utf-8; method=${method}`,
      expect.stringContaining('application/ics'),
    ]);
    const attached = received?.parsed.attachments.map((attachment) => attachment.content.toString('utf8'));
    expect(attached).toContain(content);
    expect(content).toContain(`METHOD:${method}\r\n`);
  });

  it('goes over connections that stay open', async () => {
    const box = await mailbox();
    const sender = transport(box.url, { maxConnections: 2 });
    await sender.verify();
    const keys = Array.from({ length: 20 }, (_, index) => `key-${index}`);
    const outcomes = await Promise.all(keys.map((key) => sender.send({ ...mail, noticeKeys: [key] })));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['accepted']));
    expect(box.mails).toHaveLength(20);
  });

  it('cannot be given other headers or recipients by a name, subject or address', async () => {
    const box = await mailbox();
    const sender = transport(box.url);
    const name = 'Lonni\r\nBcc: x@example.dk\r\n';
    await sender.send({ ...mail, to: { ...mail.to, name }, subject: 'Hej\r\nBcc: y@example.dk' });
    const [received] = await box.waitForMails(1);
    expect(received?.envelope.to).toEqual(['lonni@example.dk']);
    expect(received?.parsed.bcc).toBeUndefined();
    expect(received?.parsed.subject).toBe('Hej Bcc: y@example.dk');
    const address = 'lonni@example.dk, x@example.dk';
    expect(await sender.send({ ...mail, to: { name: null, address } })).toEqual({
      status: 'refused',
      code: 'ADDRESS',
      permanent: true,
    });
    expect(box.attempts).toEqual(['lonni@example.dk']);
  });
});

describe('a mail that the server does not take', () => {
  it.each([
    ['refuse', { status: 'refused', code: '550', permanent: true }],
    ['fail-transiently', { status: 'deferred', code: '451' }],
  ] as const)('has the outcome of the answer: %s', async (reply, outcome) => {
    const box = await mailbox();
    const sender = transport(box.url);
    box.behave({ answer: () => reply });
    expect(await sender.send(mail)).toEqual(outcome);
    box.behave({});
    expect(await sender.send(mail)).toMatchObject({ status: 'accepted' });
    expect(box.mails).toHaveLength(1);
  });

  it('is deferred while nobody answers', async () => {
    const box = await startMailbox();
    await box.stop();
    const sender = transport(box.url);
    expect(await sender.send(mail)).toMatchObject({ status: 'deferred', code: 'ESOCKET' });
    await expect(sender.verify()).rejects.toThrow();
  });

  it.each([
    ['cutAtData', { status: 'deferred', code: 'ECONNECTION' }],
    ['cutAtEnd', { status: 'uncertain', code: 'ECONNECTION' }],
    ['silentAtEnd', { status: 'uncertain', code: 'ETIMEDOUT' }],
    ['refuseAtEnd', { status: 'refused', code: '554', permanent: true }],
    ['refuseSender', { status: 'deferred', code: '550' }],
  ] as const)('says what is known when the server does this: %s', async (behaviour, outcome) => {
    const server = await misbehaving(behaviour);
    expect(await transport(server.url, { silence: 300 }).send(mail)).toEqual(outcome);
    expect(server.connections()).toBe(1);
  });

  it('is deferred when the connection is cut before its end went out', async () => {
    const server = await misbehaving('cutWithin');
    const text = 'Mødet er ændret.\n'.repeat(500_000);
    expect(await transport(server.url).send({ ...mail, text })).toMatchObject({ status: 'deferred' });
    expect(server.connections()).toBe(1);
  });
});

describe('the mail channel', () => {
  it('enters in its ledger what the server said', async () => {
    const box = await mailbox();
    const channel = new MailChannel(transport(box.url));
    expect(await channel.carry(mail)).toEqual({
      channel: 'mail',
      state: 'accepted',
      code: null,
      sheet: null,
    });
    box.behave({ answer: () => 'refuse' });
    expect(await channel.carry(mail)).toMatchObject({ state: 'refused', code: '550' });
  });
});

describe('TLS', () => {
  it('is required unless it is said otherwise: nothing is sent to a server without it', async () => {
    const box = await mailbox();
    const sender = transport(box.url, { requireTls: undefined });
    expect(await sender.send(mail)).toMatchObject({ status: 'deferred' });
    expect(box.attempts).toEqual([]);
    await expect(sender.verify()).rejects.toThrow();
  });
});

describe('closing', () => {
  it('lets a mail under way come to its end and defers later ones', async () => {
    const box = await mailbox();
    box.behave({ delay: 200 });
    const sender = transport(box.url);
    const underWay = sender.send(mail);
    while (box.attempts.length === 0) {
      await pause(10);
    }
    await sender.close();
    expect(await underWay).toMatchObject({ status: 'accepted' });
    expect(await sender.send(mail)).toMatchObject({ status: 'deferred' });
  });
});

describe('a mail without notice', () => {
  it('is no mail', async () => {
    const box = await mailbox();
    await expect(transport(box.url).send({ ...mail, noticeKeys: [] })).rejects.toThrow(RangeError);
  });
});
