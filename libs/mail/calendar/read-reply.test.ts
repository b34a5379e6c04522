import { describe, expect, it } from '@jest/globals';
import { readReply } from './read-reply.js';

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

describe('a reply', () => {
  it.each([
    ['ACCEPTED', 'accepted'],
    ['DECLINED', 'declined'],
    ['TENTATIVE', 'tentative'],
  ])('%s is read', (partstat, response) => {
    expect(readReply(reply([attendee.replace('ACCEPTED', partstat)]))).toEqual({
      uid: 'meeting-1@besked.example.dk',
      sequence: 2,
      attendee: 'nancy@example.dk',
      response,
      stamp: '2027-02-01T07:00:00.000Z',
    });
  });

  it.each([
    ['nothing', ''],
    ['no calendar', 'Hej'],
    ['a cut one', reply().slice(0, 150)],
    ['another method', reply([attendee], 'REQUEST')],
    ['two attendees', reply([attendee, attendee])],
    ['nobody', reply([])],
    ['no answer yet', reply([attendee.replace('ACCEPTED', 'NEEDS-ACTION')])],
    ['no answer at all', reply([attendee.replace('PARTSTAT=ACCEPTED;', '')])],
    ['a name of every object', reply([attendee.replace('ACCEPTED', 'CONSTRUCTOR')])],
    ['no address', reply(['ATTENDEE;PARTSTAT=ACCEPTED:urn:uuid:1'])],
    ['no stamp', reply().replace(/DTSTAMP:.*\r\n/u, '')],
    ['a stamp that is none', reply().replace(/DTSTAMP:.*\r\n/u, 'DTSTAMP:yesterday\r\n')],
    ['no UID', reply().replace(/UID:.*\r\n/u, '')],
    [
      'two meetings',
      reply().replace('END:VCALENDAR', 'BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR'),
    ],
    ['far too much', reply([attendee, `COMMENT:${'x'.repeat(100_000)}`])],
  ])('is not %s', (_what, ics) => {
    expect(readReply(ics)).toBeNull();
  });
});
