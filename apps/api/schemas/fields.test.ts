import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SEAL_MARK } from '../../../libs/persistence/sealed-words/sealed-value.js';
import {
  code,
  distinct,
  grantedKind,
  instant,
  localDate,
  longText,
  name,
  shortText,
  optional,
  participantId,
  uuid,
} from './fields.js';

describe('texts', () => {
  it.each([
    ['plain', 'Einer Test Lauridsen'],
    ['Danish letters', 'Åse Øst Ærø'],
    ['emoji', 'Så er vi i gang 🙂👩‍👩‍👧'],
    ['another script', 'שלום'],
    ['as long as may be, counted in characters', '🙂'.repeat(200)],
  ])('accepts %s', (_what, value) => {
    expect(name.safeParse(value).success).toBe(true);
  });

  it.each([
    ['nothing', '', 'expected.text'],
    ['blanks', ' \n\t', 'expected.text'],
    ['one character too many', 'x'.repeat(201), 'expected.shorterText'],
    ['NUL', 'a\0b', 'expected.storableText'],
    ['half a character', 'a\ud83db', 'expected.storableText'],
    ['the mark of what is sealed', `${SEAL_MARK}w`, 'expected.storableText'],
  ])('refuses %s', (_what, value, message) => {
    const { error } = name.safeParse(value);
    expect(error?.issues.map((issue) => issue.message)).toContain(message);
  });

  it.each([
    ['a line break', 'Else\r\nBcc: x'],
    ['a turned reading direction', 'Else\u202e'],
    ['a mark of the reading direction', '\u200fשלום\u200e'],
    ['a tab', 'Else\tTest'],
  ])('refuses %s in a name, and takes it in other texts', (_what, value) => {
    const { error } = name.safeParse(value);
    expect(error?.issues.map((issue) => issue.message)).toEqual(['expected.oneLine']);
    expect(shortText.safeParse(value).success).toBe(true);
  });

  it('refuses five megabytes', () => {
    expect(longText.safeParse('x'.repeat(5_000_000)).success).toBe(false);
  });

  it.each([7, null, {}, []])('refuses what is no text', (value) => {
    expect(name.safeParse(value).success).toBe(false);
  });

  it('takes what is left out for null', () => {
    expect(optional(name).parse(undefined)).toBeNull();
  });
});

describe('moments', () => {
  it.each([
    ['2027-03-01T09:00:00Z', '2027-03-01T09:00:00.000Z'],
    ['2027-03-01T10:00:00+01:00', '2027-03-01T09:00:00.000Z'],
    ['2028-02-29T23:30:00.123456-01:00', '2028-03-01T00:30:00.123Z'],
  ])('keeps %s as %s', (given, kept) => {
    expect(instant.parse(given)).toBe(kept);
  });

  it.each([
    '2027-02-30T09:00:00Z',
    '2027-03-01T09:00:00',
    '2027-03-01',
    '2027-13-01T09:00:00Z',
    '0001-01-01T00:00:00Z',
    'x',
    7,
  ])('refuses %s as an instant', (given) => {
    expect(instant.safeParse(given).success).toBe(false);
  });

  it.each(['2027-02-29', '2027-04-31', '27-04-01', '2027-4-1', '2027-04-01T00:00:00Z'])(
    'refuses %s as a date',
    (given) => {
      expect(localDate.safeParse(given).success).toBe(false);
    },
  );
});

describe('what the description says of a field', () => {
  const patternOf = (schema: z.ZodType): RegExp =>
    new RegExp((z.toJSONSchema(schema, { io: 'input' }) as { pattern: string }).pattern, 'u');

  it.each([
    [
      'text',
      shortText,
      ['a', ' a\n', '\u00a0', '', '\n', 'a\0', '\0', `a${SEAL_MARK}`, SEAL_MARK, '🙂', 'å b'],
    ],
    [
      'a name',
      name,
      ['a', 'a\n', 'a\rb', 'a\tb', '\u202ea', 'a\u2066', '', ' ', `a${SEAL_MARK}`, 'å b', '🙂', 'O’Neill'],
    ],
    [
      'an instant',
      instant,
      [
        '2027-03-01T09:00:00Z',
        '1919-12-31T00:00:00Z',
        '2101-01-01T09:00:00Z',
        '2027-03-01t09:00:00z',
        '2027-03-01T09:00:60Z',
        '2027-03-01T09:00Z',
        'x',
      ],
    ],
    [
      'a date',
      localDate,
      ['2027-03-01', '1920-01-01', '1919-01-01', '2100-12-31', '2101-01-01', '5695-05-01', 'x'],
    ],
    [
      'a kind',
      grantedKind,
      [
        'goals',
        'existingPlans',
        'existingPlans:citizen',
        `existingPlans:${'-'.repeat(36)}`,
        'existingPlans:5B3A4C1E-8A50-9A55-9A3F-2F3F51B1C001',
        'existingPlans:x',
        'x',
      ],
    ],
    ['a participant', participantId, ['citizen', 'Citizen', '5B3A4C1E-8A50-9A55-9A3F-2F3F51B1C001', 'x']],
  ] as const)('%s is what is taken', (_what, schema, values) => {
    for (const value of values) {
      expect([value, patternOf(schema).test(value)]).toEqual([value, schema.safeParse(value).success]);
    }
  });
});

describe('ids', () => {
  const id = '5B3A4C1E-8A50-4A55-9A3F-2F3F51B1C001';

  it('are kept in small letters', () => {
    expect(uuid.parse(id)).toBe(id.toLowerCase());
  });

  it('may be the citizen for a participant', () => {
    expect(participantId.safeParse('citizen').success).toBe(true);
    expect(participantId.safeParse('somebody').success).toBe(false);
  });

  it('of participants are the same in either case', () => {
    expect(participantId.parse(id)).toBe(id.toLowerCase());
    expect(grantedKind.parse(`existingPlans:${id}`)).toBe(`existingPlans:${id.toLowerCase()}`);
    expect(distinct(participantId, 1, 5).safeParse([id, id.toLowerCase()]).success).toBe(false);
  });

  it('may not come twice in a list', () => {
    expect(distinct(participantId, 1, 5).safeParse(['citizen', 'citizen']).success).toBe(false);
  });
});

describe('codes', () => {
  it.each(['g1', 'goal-1', '0b8f3c52-6c1e-4d8a-9d35-1f0c2b7a4e01', 'A.b_c:d'])('take %s', (value) => {
    expect(code.safeParse(value).success).toBe(true);
  });

  it.each(['constructor', 'toString', '', '-a', 'to ord', 'mål', 'a/b', 'x'.repeat(101)])(
    'refuse %j',
    (value) => {
      expect(code.safeParse(value).error?.issues[0]?.message).toBe('expected.code');
    },
  );
});
