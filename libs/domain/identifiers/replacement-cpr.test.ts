import { describe, expect, it } from '@jest/globals';
import { parseCpr, parseReplacementCpr, replacementCprSystem } from './index.js';

describe('a national replacement number', () => {
  it.each([
    ['0201601EL5', '0201601EL5', '1960-01-02', 'male'],
    ['020160-1EL6', '0201601EL6', '1960-01-02', 'female'],
    [' 0504057ml0 ', '0504057ML0', '2005-04-05', 'female'],
    ['2902007AA1', '2902007AA1', '2000-02-29', 'male'],
    ['3112997ZZ9', '3112997ZZ9', '2099-12-31', 'male'],
  ])('%s', (text, value, birthDate, sex) => {
    expect(parseReplacementCpr(text)).toEqual({ ok: true, value, birthDate, sex });
  });

  it.each([
    ['a CPR number', '0201609995', 'replacement-cpr-format'],
    ['another century digit', '0201602EL5', 'replacement-cpr-format'],
    ['Danish letters', '0201601ÆØ5', 'replacement-cpr-format'],
    ['one letter', '0201601E15', 'replacement-cpr-format'],
    ['a letter at the end', '0201601ELL', 'replacement-cpr-format'],
    ['empty', '', 'replacement-cpr-format'],
    ['of a region, born before 2000', '0201600EL5', 'replacement-cpr-regional'],
    ['of a region, born after 1999', '050405-6ML0', 'replacement-cpr-regional'],
    ['of a region, born before 1900', '0504995ML0', 'replacement-cpr-regional'],
    ['30 February', '3002601EL5', 'replacement-cpr-day-does-not-exist'],
    ['29 February 1900', '2902001EL5', 'replacement-cpr-day-does-not-exist'],
  ])('refused: %s', (_name, text, code) => {
    expect(parseReplacementCpr(text)).toMatchObject({ ok: false, code });
  });

  it('is no CPR number and has a system of its own', () => {
    expect(parseCpr('0201601EL5').ok).toBe(false);
    expect(replacementCprSystem).toBe('urn:oid:1.2.208.176.1.6.1.1');
  });
});
