import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CALENDAR_PROGRAMS,
  counterProposal,
  delegation,
  type ProgramAnswer,
  type SentMail,
} from '../../../test/factories/calendar-programs.js';
import {
  AWAY_REPLIES,
  awayReply,
  FAILURE_REPORTS,
  forwardedReport,
  WAY_REPORTS,
} from '../../../test/factories/mail-servers.js';
import {
  calendarAnswer,
  deliveryReport,
  nestedParts,
  personalReply,
  vacationReply,
} from '../../../test/factories/returned-mails.js';
import { identityOf, readReturnedMail } from './read-returned-mail.js';

const MAILBOX = 'nancy@example.dk';
const read = (mail: string, envelopeSender = '') => readReturnedMail(Buffer.from(mail), envelopeSender);
const readSent = ({ raw, sender }: SentMail) => readReturnedMail(raw, sender);
const answer = {
  uid: 'meeting-1@besked.example.dk',
  sequence: 2,
  attendee: MAILBOX,
  partstat: 'ACCEPTED',
  stamp: '20270302T090000Z',
  organizer: 'retur@example.dk',
} as const satisfies ProgramAnswer;
const failed = deliveryReport({ action: 'failed', recipient: MAILBOX });

describe('a mail server’s report', () => {
  it.each(['failed', 'delayed', 'delivered'] as const)('that says %s is read', async (action) => {
    const mail = await read(deliveryReport({ action, recipient: MAILBOX }));
    expect(mail).toMatchObject({ kind: 'deliveryReport', entries: [{ action }] });
  });

  it('is read with the status and without a word of the mail', async () => {
    const mail = await read(failed);
    expect(mail).toEqual({ kind: 'deliveryReport', entries: [{ action: 'failed', status: '5.1.1' }] });
  });

  it('is read also when its part for machines is encoded', async () => {
    const [before = '', part = '', after = ''] = failed.split(
      /message\/delivery-status\r\n\r\n|\r\n\r\n--report\r\nContent-Type: text\/rfc822/,
    );
    const encoded = `${before}message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(part).toString('base64')}\r\n\r\n--report\r\nContent-Type: text/rfc822${after}`;
    expect(await read(encoded)).toMatchObject({ kind: 'deliveryReport', entries: [{ action: 'failed' }] });
  });

  it.each(Object.entries(FAILURE_REPORTS))(
    'that a mail failed is read as %s writes it',
    async (_name, server) => {
      const mail = await readSent(server(MAILBOX));
      expect(mail).toMatchObject({ kind: 'deliveryReport', entries: [{ action: 'failed' }] });
      expect(JSON.stringify(mail)).not.toContain('@');
    },
  );

  it.each(Object.entries(WAY_REPORTS))(
    'that a mail is on its way is no failure: %s',
    async (_name, server) => {
      const { kind, entries } = (await readSent(server(MAILBOX))) as {
        kind: string;
        entries: { action: string }[];
      };
      expect(kind).toBe('deliveryReport');
      expect(entries.map(({ action }) => action)).not.toContain('failed');
    },
  );

  it('is none when a person passes it on', async () => {
    expect(await readSent(forwardedReport(MAILBOX))).toEqual({ kind: 'notUnderstood', what: 'personal' });
    expect(await read(failed, MAILBOX)).toMatchObject({ kind: 'deliveryReport' });
    const passedOn = failed.replace('mailer-daemon', 'nancy').replace(/Auto-Submitted.*\r\n/, '');
    expect(await read(passedOn, MAILBOX)).toMatchObject({ kind: 'notUnderstood' });
  });
});

describe('a calendar’s answer', () => {
  it.each(Object.entries(CALENDAR_PROGRAMS))('is read as it is written by %s', async (_name, program) => {
    for (const [partstat, response] of [
      ['ACCEPTED', 'accepted'],
      ['DECLINED', 'declined'],
      ['TENTATIVE', 'tentative'],
    ] as const) {
      const mail = await readSent(program({ ...answer, partstat }));
      expect(mail.kind).toBe('calendarReply');
      const replies = mail.kind === 'calendarReply' ? mail.replies : [];
      const own = replies.find(({ uid }) => uid === answer.uid);
      expect(own).toMatchObject({ sequence: 2, isCounter: false, stamp: '2027-03-02T09:00:00.000Z' });
      expect(own?.attendees.find(({ address }) => address === MAILBOX)?.response).toBe(response);
    }
  });

  it('that proposes another time, or sends somebody else, is read as that', async () => {
    expect(await readSent(counterProposal({ ...answer, partstat: 'DECLINED' }))).toMatchObject({
      replies: [{ isCounter: true, attendees: [{ address: MAILBOX, response: 'declined' }] }],
    });
    expect(await readSent(delegation(answer))).toMatchObject({
      replies: [{ attendees: [{ address: MAILBOX, response: 'delegated' }, { response: 'none' }] }],
    });
  });

  it('has no sender where the mail names two', async () => {
    const mail = calendarAnswer(answer).replace(/From: .*/, `From: <${MAILBOX}>, <x@example.dk>`);
    expect(await read(mail, MAILBOX)).toMatchObject({ kind: 'calendarReply', sender: null });
  });

  it('is none when it is something else from a calendar', async () => {
    const mail = calendarAnswer(answer).replaceAll('REPLY', 'REFRESH');
    expect(await read(mail, MAILBOX)).toEqual({ kind: 'notUnderstood', what: 'calendar' });
  });
});

describe('what nobody wrote', () => {
  it.each(Object.entries(AWAY_REPLIES))('is told of whoever is away, %s', async (_name, headers) => {
    expect(await readSent(awayReply(headers, MAILBOX))).toEqual({ kind: 'automatic' });
    expect(await readReturnedMail(awayReply(headers, MAILBOX).raw, MAILBOX)).toEqual({ kind: 'automatic' });
  });

  it.each([
    ['what a list sent', personalReply(MAILBOX).replace('Subject', 'Precedence: bulk\r\nSubject'), MAILBOX],
    [
      'a report of a reading',
      failed.replaceAll('delivery-status', 'disposition-notification').replace('mailer-daemon', 'nancy'),
      '',
    ],
  ])('is %s', async (_what, mail, envelopeSender) => {
    expect(await read(mail, envelopeSender)).toEqual({ kind: 'automatic' });
  });
});

describe('what a person has to look after', () => {
  it.each([
    ['a person’s words', personalReply(MAILBOX), MAILBOX, 'personal'],
    [
      'words of a person who says so',
      vacationReply(MAILBOX).replace('auto-replied', 'no').replace('Automatisk', 'Mit'),
      MAILBOX,
      'personal',
    ],
    ['a mail from nobody', personalReply(MAILBOX), '', 'report'],
    [
      'a report that says nothing',
      'From: <mailer-daemon@post.example>\r\nAuto-Submitted: auto-replied\r\n\r\nx',
      '',
      'report',
    ],
    ['nothing', '', MAILBOX, 'personal'],
    ['bytes', '\u0000\u0001\u0002\r\n\r\n\u0000', MAILBOX, 'personal'],
    ['a header without end', `From: ${'x'.repeat(200_000)}`, MAILBOX, 'unreadable'],
    ['a thousand parts in one another', nestedParts(1_000), MAILBOX, 'unreadable'],
  ])('is %s', async (_what, mail, envelopeSender, what) => {
    expect(await read(mail, envelopeSender)).toEqual({ kind: 'notUnderstood', what });
  });
});

describe('whatever comes', () => {
  const mails = [
    ...Object.values(CALENDAR_PROGRAMS).map((program) => program(answer)),
    ...Object.values({ ...FAILURE_REPORTS, ...WAY_REPORTS }).map((server) => server(MAILBOX)),
    counterProposal(answer),
    delegation(answer),
    forwardedReport(MAILBOX),
  ].map(({ raw }) => raw.toString('latin1').split('\r\n'));

  it('is exactly one thing, and never throws', async () => {
    const kinds = ['deliveryReport', 'calendarReply', 'automatic', 'notUnderstood'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...mails),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'cut', 'noise')), {
          maxLength: 8,
        }),
        fc.constantFrom('', MAILBOX),
        fc.uint8Array({ maxLength: 20 }),
        async (lines, changes, envelopeSender, noise) => {
          const raw = Buffer.from(changed(lines, changes, Buffer.from(noise).toString('latin1')), 'latin1');
          const mail = await readReturnedMail(raw, envelopeSender);
          expect(kinds).toContain(mail.kind);
          if (mail.kind === 'deliveryReport') expect(mail.entries.length).toBeGreaterThan(0);
          if (mail.kind === 'calendarReply') expect(mail.replies.length).toBeGreaterThan(0);
          expect(identityOf(raw)).toMatch(/^[0-9a-f]{64}$/);
        },
      ),
      { seed: 7, numRuns: 400 },
    );
  }, 60_000);

  function changed(
    lines: readonly string[],
    changes: readonly (readonly [number, string])[],
    noise: string,
  ): string {
    let now = [...lines];
    for (const [place, change] of changes) {
      const at = place % Math.max(1, now.length);
      const line = now[at] ?? '';
      if (change === 'drop') now.splice(at, 1);
      if (change === 'double') now.splice(at, 0, line);
      if (change === 'swap') now.splice(at, 2, now[at + 1] ?? '', line);
      if (change === 'cut') now = now.slice(0, at);
      if (change === 'noise') now.splice(at, 1, line.slice(0, 5) + noise);
    }
    return now.join('\r\n');
  }

  it.each([
    [
      'parts beside one another',
      `${failed.split('--report\r\n')[0] ?? ''}${'--report\r\n\r\nx\r\n'.repeat(60_000)}`,
    ],
    [
      'open brackets',
      `From: ${'<'.repeat(60_000)}\r\nContent-Type: ${'multipart/report; '.repeat(2_000)}\r\n\r\n`,
    ],
    ['lines of blanks', failed.replace('Action: failed', `X: 1${'\r\n '.repeat(300_000)}`)],
    [
      'a calendar of a megabyte',
      calendarAnswer({ ...answer, partstat: 'ACCEPTED' }).replace(
        'SEQUENCE:2',
        `X-A:${'a;b="c":'.repeat(120_000)}`,
      ),
    ],
    ['words in brackets', `Content-Type: text/html\r\n\r\n${'<b>'.repeat(300_000)}`],
    ['words that may fail', `Subject: x\r\n\r\n${'delivery to a@b.dk '.repeat(50_000)}`],
    ['calendars', `Content-Type: text/calendar; method=REPLY\r\n\r\n${'BEGIN:VCALENDAR\r\n'.repeat(60_000)}`],
  ])(
    'of a megabyte of %s is read in a moment',
    async (_what, mail) => {
      const begun = performance.now();
      await read(mail);
      // On a machine that does much besides; what grows faster than the mail would take minutes.
      expect(performance.now() - begun).toBeLessThan(20_000);
    },
    60_000,
  );
});

describe('a mail that comes again', () => {
  const mail = `Message-ID: <1@post.example>\r\n${personalReply(MAILBOX)}`;

  it('is known by its id and its words, whatever servers on the way add', () => {
    expect(identityOf(Buffer.from(`Received: from x\r\n${mail}`))).toBe(identityOf(Buffer.from(mail)));
  });

  it('is another one by another id, or by other words', () => {
    const others = [mail.replace('<1@', '<2@'), mail.replace('Tak', 'Nej'), personalReply(MAILBOX)];
    const identities = [mail, ...others].map((one) => identityOf(Buffer.from(one)));
    expect(new Set(identities).size).toBe(4);
  });
});
