import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCpr } from './index.js';

type TestCitizen = { cpr: string; birthDate: string; gender: string };

const citizensFile = new URL('../../test-citizens/test-citizens.json', import.meta.url);
const { people } = JSON.parse(readFileSync(citizensFile, 'utf8')) as { people: TestCitizen[] };
const accepted = (value: string, birthDate: string, sex: string): unknown => ({
  ok: true,
  value,
  birthDate,
  sex,
});

describe('the public test persons', () => {
  it('are 38', () => {
    expect(people).toHaveLength(38);
  });

  it.each(people)('$cpr is accepted with its birth date and sex', ({ cpr, birthDate, gender }) => {
    expect(parseCpr(cpr)).toEqual(accepted(cpr, birthDate, gender));
  });

  it.each(people)('$cpr is the same with a hyphen and spaces around', ({ cpr }) => {
    expect(parseCpr(` ${cpr.slice(0, 6)}-${cpr.slice(6)}\n`)).toEqual(parseCpr(cpr));
  });
});

describe('the century', () => {
  it.each([
    ['0', '00', 1900],
    ['0', '99', 1999],
    ['3', '00', 1900],
    ['3', '99', 1999],
    ['4', '00', 2000],
    ['4', '36', 2036],
    ['4', '37', 1937],
    ['4', '99', 1999],
    ['5', '00', 2000],
    ['5', '57', 2057],
    ['5', '58', 1858],
    ['8', '57', 2057],
    ['8', '99', 1899],
    ['9', '36', 2036],
    ['9', '37', 1937],
  ])('with digit %s and year %s makes %i', (seventh, year, expected) => {
    expect(parseCpr(`0101${year}${seventh}000`)).toMatchObject({ ok: true, birthDate: `${expected}-01-01` });
  });
});

describe('a number that cannot exist', () => {
  it.each([
    ['empty', ''],
    ['nine digits', '020160999'],
    ['eleven digits', '02016099951'],
    ['a hyphen elsewhere', '02016-09995'],
    ['two hyphens', '020160--9995'],
    ['a space inside', '020160 9995'],
    ['a letter', '020160999X'],
    ['digits of another script', '٠٢٠١٦٠٩٩٩٥'],
    ['a mark that turns the direction', '\u202e0201609995'],
    ['two lines', '0201609995\n0201609995'],
  ])('%s: cpr-format', (_name, text) => {
    expect(parseCpr(text)).toMatchObject({ ok: false, code: 'cpr-format' });
  });

  it.each([
    ['day 0', '0001609995'],
    ['day 32', '3201609995'],
    ['day 62, a replacement number of the old kind', '6201609995'],
    ['month 0', '0200609995'],
    ['month 13', '0213609995'],
    ['31 April', '3104909995'],
    ['30 February', '3002609995'],
    ['29 February 1900', '2902000000'],
    ['29 February 1961', '2902611000'],
    ['nothing but zeros', '0000000000'],
  ])('%s: cpr-day-does-not-exist', (_name, text) => {
    expect(parseCpr(text)).toMatchObject({ ok: false, code: 'cpr-day-does-not-exist' });
  });

  it('is a matter of the century: 29 February 2000 existed', () => {
    expect(parseCpr('290200-4000')).toMatchObject({ ok: true, birthDate: '2000-02-29' });
  });

  it('is not repeated in the refusal', () => {
    for (const text of ['3002609995', '020160999X']) {
      expect(JSON.stringify(parseCpr(text))).not.toContain(text.slice(0, 6));
    }
  });
});

describe('any ten digits', () => {
  it('are accepted just when Date knows the day, and read the same again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (number) => {
        const text = String(number).padStart(10, '0');
        const result = parseCpr(text);
        const days = [18, 19, 20].map((century) => {
          const date = new Date(
            Date.UTC(century * 100 + Number(text.slice(4, 6)), Number(text.slice(2, 4)) - 1),
          );
          date.setUTCDate(Number(text.slice(0, 2)));
          const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
          return `${day}${month}${year.slice(2)}` === text.slice(0, 6)
            ? `${year}-${month}-${day}`
            : undefined;
        });
        if (result.ok) {
          expect(days).toContain(result.birthDate);
          expect(parseCpr(result.value)).toEqual(result);
          expect(result.sex).toBe(number % 2 === 1 ? 'male' : 'female');
        } else {
          expect(days).toContain(undefined);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('of a day that exists are accepted whatever follows', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1901-01-01'), max: new Date('1999-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 3999 }),
        (date, serial) => {
          const birthDate = date.toISOString().slice(0, 10);
          const [year = '', month = '', day = ''] = birthDate.split('-');
          const value = `${day}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`;
          expect(parseCpr(value)).toEqual(accepted(value, birthDate, serial % 2 === 1 ? 'male' : 'female'));
        },
      ),
    );
  });

  it('and any other text never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parseCpr(text).ok).toBe('boolean');
      }),
    );
  });
});
