import { describe, expect, it } from '@jest/globals';
import {
  calendarAnswer,
  deliveryReport,
  nestedParts,
  personalReply,
  vacationReply,
} from '../../../test/factories/returned-mails.js';
import { readReturnedMail } from './read-returned-mail.js';

const MAILBOX = 'nancy@example.dk';
const read = (mail: string, envelopeSender = '') => readReturnedMail(Buffer.from(mail), envelopeSender);
const answer = {
  uid: 'meeting-1@besked.example.dk',
  sequence: 2,
  attendee: MAILBOX,
  partstat: 'ACCEPTED',
  stamp: '20270302T090000Z',
} as const;
const failed = deliveryReport({ action: 'failed', recipient: MAILBOX });

describe('a mail that came back', () => {
  it.each(['failed', 'delayed', 'delivered'] as const)('is a report that says %s', async (action) => {
    const mail = await read(deliveryReport({ action, recipient: MAILBOX }));
    expect(mail).toMatchObject({ kind: 'deliveryReport', entries: [{ action }] });
  });

  it('is a report with the status and without a word of the mail', async () => {
    const mail = await read(failed);
    expect(mail).toEqual({ kind: 'deliveryReport', entries: [{ action: 'failed', status: '5.1.1' }] });
  });

  it('is a report also when its part for machines is encoded', async () => {
    const [before = '', part = '', after = ''] = failed.split(
      /message\/delivery-status\r\n\r\n|\r\n\r\n--report\r\nContent-Type: text\/rfc822/,
    );
    const encoded = `${before}message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(part).toString('base64')}\r\n\r\n--report\r\nContent-Type: text/rfc822${after}`;
    expect(await read(encoded)).toMatchObject({ kind: 'deliveryReport', entries: [{ action: 'failed' }] });
  });

  it('is an answer from a calendar', async () => {
    expect(await read(calendarAnswer(answer), MAILBOX)).toEqual({
      kind: 'calendarReply',
      sender: MAILBOX,
      reply: {
        uid: answer.uid,
        sequence: 2,
        attendee: MAILBOX,
        response: 'accepted',
        stamp: '2027-03-02T09:00:00.000Z',
      },
    });
  });

  it.each([
    ['a vacation reply', vacationReply(MAILBOX), MAILBOX, 'automatic'],
    ['a mail from nobody', personalReply(MAILBOX), '', 'automatic'],
    [
      'what a list sent',
      personalReply(MAILBOX).replace('Subject', 'Precedence: bulk\r\nSubject'),
      MAILBOX,
      'automatic',
    ],
    ['a person’s words', personalReply(MAILBOX), MAILBOX, 'personal'],
    [
      'words of a person who says so',
      vacationReply(MAILBOX).replace('auto-replied', 'no'),
      MAILBOX,
      'personal',
    ],
    [
      'an answer for somebody else to decide',
      calendarAnswer({ ...answer, partstat: 'DELEGATED' }),
      MAILBOX,
      'personal',
    ],
    [
      'a report of a reading',
      failed.replaceAll('delivery-status', 'disposition-notification'),
      '',
      'automatic',
    ],
    ['a report without a word for machines', failed.replace(/Action:.*\r\n/, ''), '', 'automatic'],
    ['a status outside a report', failed.replace('multipart/report', 'multipart/mixed'), '', 'automatic'],
    ['nothing', '', MAILBOX, 'personal'],
    ['bytes', '\u0000\u0001\u0002\r\n\r\n\u0000', MAILBOX, 'personal'],
    ['a cut report', failed.slice(0, 500), '', 'automatic'],
    ['a header without end', `From: ${'x'.repeat(200_000)}`, MAILBOX, 'unreadable'],
    ['a thousand parts in one another', nestedParts(1_000), MAILBOX, 'unreadable'],
  ])('that is %s is neither, and harms nobody', async (_what, mail, envelopeSender, what) => {
    expect(await read(mail, envelopeSender)).toEqual({ kind: 'other', what });
  });

  it('of two senders answers no invitation', async () => {
    const mail = calendarAnswer(answer).replace(/From: .*/, `From: <${MAILBOX}>, <x@example.dk>`);
    expect(await read(mail, MAILBOX)).toMatchObject({ kind: 'other' });
  });

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
      calendarAnswer(answer).replace('SEQUENCE:2', `X-A:${'a;b="c":'.repeat(120_000)}`),
    ],
    ['words in brackets', `Content-Type: text/html\r\n\r\n${'<b>'.repeat(300_000)}`],
  ])('of a megabyte of %s is read in a moment', async (_what, mail) => {
    const begun = performance.now();
    await read(mail);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
