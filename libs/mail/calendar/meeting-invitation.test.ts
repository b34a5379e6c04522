import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { type MeetingEntry, meetingInvitation, meetingUid } from './meeting-invitation.js';

const entry: MeetingEntry = {
  uid: meetingUid('0b9d5f0c-8c0b-4f6e-9a52-3d1f6f0a7a11', 'besked.example.dk'),
  sequence: 0,
  method: 'REQUEST',
  from: '2027-03-02T08:00:00.000Z',
  to: '2027-03-02T09:30:00.000Z',
  organizer: { name: 'Mødeindkaldelse', email: 'besked@besked.example.dk' },
  attendee: { name: 'Nancy Ann Berggren', email: 'nancy@example.dk' },
  place: 'Rådhuset; lokale 2, 1. sal',
  language: 'da',
  stamp: '2027-02-01T07:00:00.000Z',
};

function parse(ics: string): { calendar: ICAL.Component; event: ICAL.Component } {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const [event, ...others] = calendar.getAllSubcomponents();
  expect(others).toHaveLength(0);
  if (event === undefined) {
    throw new Error('The calendar is empty.');
  }
  return { calendar, event };
}

const parameters = (event: ICAL.Component, name: string): unknown => {
  const json = event.getAllProperties(name).map((property) => property.toJSON() as unknown[]);
  expect(json).toHaveLength(1);
  return json[0]?.[1];
};

describe('an invitation', () => {
  const { calendar, event } = parse(meetingInvitation(entry));

  it('asks the one attendee for an answer', () => {
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(parameters(event, 'attendee')).toMatchObject({
      rsvp: 'TRUE',
      partstat: 'NEEDS-ACTION',
      cn: 'Nancy Ann Berggren',
    });
    expect(String(event.getFirstPropertyValue('attendee')).toLowerCase()).toBe('mailto:nancy@example.dk');
    expect(String(event.getFirstPropertyValue('organizer')).toLowerCase()).toBe(
      'mailto:besked@besked.example.dk',
    );
  });

  it('is in UTC, stamped with the given instant', () => {
    const times = ['dtstart', 'dtend', 'dtstamp'].map((name) => String(event.getFirstPropertyValue(name)));
    expect(times).toEqual(['2027-03-02T08:00:00Z', '2027-03-02T09:30:00Z', '2027-02-01T07:00:00Z']);
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(0);
  });

  it('is neutral and private', () => {
    expect(event.getFirstPropertyValue('summary')).toBe('Møde');
    expect(event.getFirstPropertyValue('class')).toBe('PRIVATE');
    expect(event.getFirstPropertyValue('location')).toBe('Rådhuset; lokale 2, 1. sal');
    expect(event.getFirstPropertyValue('description')).toBeNull();
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//besked.example.dk//calendar//DA');
  });

  it('is confirmed, with UID and sequence', () => {
    expect(event.getFirstPropertyValue('uid')).toBe(
      'meeting-0b9d5f0c-8c0b-4f6e-9a52-3d1f6f0a7a11@besked.example.dk',
    );
    expect(event.getFirstPropertyValue('sequence')).toBe(0);
    expect(event.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  it('is the same however often it is written, in lines as RFC 5545 has them', () => {
    const ics = meetingInvitation(entry);
    expect(meetingInvitation(entry)).toBe(ics);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of ics.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});

describe('a change', () => {
  it('keeps the UID and raises the sequence', () => {
    const { event } = parse(meetingInvitation({ ...entry, sequence: 3, from: '2027-03-02T08:30:00.000Z' }));
    expect(event.getFirstPropertyValue('uid')).toBe(entry.uid);
    expect(event.getFirstPropertyValue('sequence')).toBe(3);
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe('2027-03-02T08:30:00Z');
  });
});

describe('a cancellation', () => {
  it('says only that the entry is cancelled', () => {
    const ics = meetingInvitation({ ...entry, method: 'CANCEL', sequence: 1 });
    const { calendar, event } = parse(ics);
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.getFirstPropertyValue('location')).toBeNull();
    expect(parameters(event, 'attendee')).not.toHaveProperty('rsvp');
    expect(
      event
        .getAllProperties()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([
      'attendee',
      'class',
      'dtend',
      'dtstamp',
      'dtstart',
      'organizer',
      'sequence',
      'status',
      'summary',
      'uid',
    ]);
  });
});

describe('what people typed', () => {
  it('cannot add lines or people', () => {
    const { event } = parse(
      meetingInvitation({
        ...entry,
        attendee: { name: 'Nancy"\r\nATTENDEE:mailto:x@example.dk', email: 'nancy@example.dk' },
        place: 'Lokale 2\r\nATTENDEE:mailto:y@example.dk',
      }),
    );
    expect(event.getAllProperties('attendee')).toHaveLength(1);
    expect(event.getFirstPropertyValue('location')).toBe('Lokale 2 ATTENDEE:mailto:y@example.dk');
  });

  it('is left out where it reveals the course', () => {
    const ics = meetingInvitation({
      ...entry,
      organizer: { name: 'Rusmiddelcentret', email: 'besked@besked.example.dk' },
      place: 'Psykiatrisk ambulatorium',
    });
    expect(ics).not.toMatch(/rusmid|psyk/iu);
    expect(parse(ics).event.getFirstPropertyValue('location')).toBeNull();
  });

  it('must be one address each', () => {
    const attendee = { name: null, email: 'a@example.dk,b@example.dk' };
    expect(() => meetingInvitation({ ...entry, attendee })).toThrow(RangeError);
  });

  it('shows the address for somebody without a name', () => {
    const { event } = parse(
      meetingInvitation({ ...entry, attendee: { name: null, email: 'nancy@example.dk' } }),
    );
    expect(parameters(event, 'attendee')).toMatchObject({ cn: 'nancy@example.dk' });
  });
});
