import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarText } from './calendar-text.js';
import { readReplies } from './read-reply.js';

const attendee = 'ATTENDEE;PARTSTAT=ACCEPTED;CN="Nancy Ann Berggren":mailto:Nancy@example.dk';

function reply(lines: readonly string[] = [attendee], method = 'REPLY'): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//calendar//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:meeting-1@besked.example.dk',
    'SEQUENCE:2',
    'DTSTAMP:20270201T070000Z',
    'DTSTART:20270302T080000Z',
    'ORGANIZER:mailto:besked@besked.example.dk',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

const read = {
  uid: 'meeting-1@besked.example.dk',
  sequence: 2,
  attendees: [{ address: 'nancy@example.dk', response: 'accepted' }],
  isCounter: false,
  stamp: '2027-02-01T07:00:00.000Z',
};

describe('a reply', () => {
  it.each([
    ['ACCEPTED', 'accepted'],
    ['DECLINED', 'declined'],
    ['TENTATIVE', 'tentative'],
    ['DELEGATED', 'delegated'],
    ['NEEDS-ACTION', 'none'],
    ['CONSTRUCTOR', 'none'],
  ])('%s is read', (partstat, response) => {
    expect(readReplies(reply([attendee.replace('ACCEPTED', partstat)]))).toEqual([
      { ...read, attendees: [{ address: 'nancy@example.dk', response }] },
    ]);
  });

  it.each([
    ['a method in small letters', reply([attendee], 'reply')],
    ['lines that end otherwise', reply().replaceAll('\r\n', '\n')],
    ['folded lines', reply().replace(':mailto:', ':mail\r\n to:')],
    ['names in small letters', reply().replace('ATTENDEE', 'attendee').replace('UID', 'uid')],
    ['an empty line and one that is none', reply().replace('DTSTAMP', '\r\nno line\r\nDTSTAMP')],
    ['MAILTO in capitals', reply().replace(':mailto:', ':MAILTO: ')],
    ['something before and behind', `Hej\r\n${reply()}\r\nHilsen`],
  ])('is read with %s', (_what, ics) => {
    expect(readReplies(ics)).toEqual([read]);
  });

  it('says what it does not say', () => {
    const bare = reply()
      .replace(/DTSTAMP:.*\r\n/u, '')
      .replace(/SEQUENCE:.*\r\n/u, '');
    expect(readReplies(bare)).toEqual([{ ...read, sequence: null, stamp: null }]);
    for (const stamp of ['yesterday', '20270201T070000']) {
      expect(readReplies(reply().replace(/DTSTAMP:.*\r\n/u, `DTSTAMP:${stamp}\r\n`))).toMatchObject([
        { stamp: null },
      ]);
    }
  });

  it('is that of the method beside it, where it names none', () => {
    const unnamed = reply().replace('METHOD:REPLY\r\n', '');
    expect(readReplies(unnamed)).toEqual([]);
    expect(readReplies(unnamed, 'reply')).toEqual([read]);
    expect(readReplies(unnamed, 'COUNTER')).toEqual([{ ...read, isCounter: true }]);
  });

  it('names everybody whom it names, in the one form of an address', () => {
    const people = [
      attendee,
      'ATTENDEE;PARTSTAT=DECLINED:mailto:Else@Blåbærgrød.example',
      'ATTENDEE;PARTSTAT=TENTATIVE;EMAIL=else@borger.example:urn:uuid:1',
      'ATTENDEE;PARTSTAT=TENTATIVE:urn:uuid:1',
    ];
    expect(readReplies(reply(people))[0]?.attendees).toEqual([
      { address: 'nancy@example.dk', response: 'accepted' },
      { address: 'else@xn--blbrgrd-fxak7p.example', response: 'declined' },
      { address: 'else@borger.example', response: 'tentative' },
      { address: null, response: 'tentative' },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['no calendar', 'Hej'],
    ['a cut one', reply().slice(0, 150)],
    ['another method', reply([attendee], 'REQUEST')],
    ['nobody', reply([])],
    ['no UID', reply().replace(/UID:.*\r\n/u, '')],
    ['far too much', reply([attendee, `COMMENT:${'x'.repeat(100_000)}`])],
  ])('is not %s', (_what, ics) => {
    expect(readReplies(ics)).toEqual([]);
  });

  it('is read or not, and never harms, whatever came', () => {
    const pieces = fc.constantFrom(
      ...reply().split('\r\n'),
      'BEGIN:VCALENDAR',
      'ATTENDEE',
      ';:;:',
      '\0',
      ' x',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }),
        fc.string(),
        (lines, method) => {
          for (const { uid, attendees } of readReplies(lines.join('\r\n'), method)) {
            expect(uid.length * attendees.length).toBeGreaterThan(0);
          }
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('the text of a calendar', () => {
  it.each([
    ['UTF-8', Buffer.from('Møde'), null],
    ['UTF-8 with a mark', Buffer.from('\ufeffMøde'), null],
    ['UTF-8, whatever the mail says', Buffer.from('Møde'), 'iso-8859-1'],
    ['UTF-16 with a mark', Buffer.from('\ufeffMøde', 'utf16le'), null],
    ['UTF-16, the other way', Buffer.from('\ufeffMøde', 'utf16le').swap16(), 'utf-16'],
    ['UTF-16 as the mail says', Buffer.from('Møde', 'utf16le'), 'utf-16le'],
    ['Latin-1 as the mail says', Buffer.from('Møde', 'latin1'), 'iso-8859-1'],
    ['Latin-1 that nobody told', Buffer.from('Møde', 'latin1'), null],
    ['Latin-1 of an encoding that nobody knows', Buffer.from('Møde', 'latin1'), 'x-unknown'],
  ])('is found in %s', (_what, content, charset) => {
    expect(calendarText(content, charset)).toBe('Møde');
  });
});
