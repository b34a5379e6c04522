import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCvr, parseGln, parseProviderNumber, parseSor } from './index.js';

function digits(length: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
}

describe('CVR', () => {
  it.each([
    ['a region', '29190623', '29190623'],
    ['a municipality', '64942212', '64942212'],
    ['in pairs', ' 29 19 06 23 ', '29190623'],
  ])('accepted: %s', (_name, text, value) => {
    expect(parseCvr(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['one digit wrong', '29190624', 'cvr-check-digit'],
    ['two digits exchanged', '29190632', 'cvr-check-digit'],
    ['seven digits', '2919062', 'cvr-format'],
    ['nine digits', '291906231', 'cvr-format'],
    ['a country before it', 'DK29190623', 'cvr-format'],
    ['nothing but zeros', '00000000', 'cvr-format'],
    ['empty', '', 'cvr-format'],
  ])('refused: %s', (_name, text, code) => {
    expect(parseCvr(text)).toMatchObject({ ok: false, code });
  });

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.integer({ min: 1, max: 9 }), (position, shift) => {
        const right = '29190623';
        const wrong = (Number(right.charAt(position)) + shift) % 10;
        expect(parseCvr(`${right.slice(0, position)}${wrong}${right.slice(position + 1)}`).ok).toBe(false);
      }),
    );
  });
});

describe('GLN', () => {
  it.each([
    ['of GS1 Denmark', '5790000000005', '5790000000005'],
    ['in groups', '5790000 00000 5', '5790000000005'],
    ['the example of GS1 for 13 digits', '6291041500213', '6291041500213'],
  ])('accepted: %s', (_name, text, value) => {
    expect(parseGln(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['one digit wrong', '6291041500214', 'gln-check-digit'],
    ['12 digits', '629104150021', 'gln-format'],
    ['14 digits', '62910415002133', 'gln-format'],
    ['a letter', '629104150021X', 'gln-format'],
  ])('refused: %s', (_name, text, code) => {
    expect(parseGln(text)).toMatchObject({ ok: false, code });
  });

  it('accepts one check digit of ten after any twelve digits', () => {
    fc.assert(
      fc.property(digits(12), (body) => {
        const endings = Array.from({ length: 10 }, (_, digit) => parseGln(`${body}${digit}`));
        expect(endings.filter(({ ok }) => ok)).toHaveLength(1);
      }),
    );
  });
});

describe('SOR', () => {
  it.each([
    ['11 digits', '10000160007', true],
    ['14 digits', ' 12341000016007 ', true],
    ['18 digits', '123456789012345678', true],
    ['10 digits', '1000016000', false],
    ['19 digits', '1234567890123456789', false],
    ['a zero first', '02341000016007', false],
    ['a letter', '1234100001600A', false],
    ['empty', '', false],
  ])('%s: %s', (_name, text, ok) => {
    const refused = { ok, code: 'sor-format' };
    expect(parseSor(text)).toMatchObject(ok ? { ok, value: text.trim() } : refused);
  });
});

describe('provider number', () => {
  it.each([
    ['six digits', '012345', '012345'],
    ['its leading zero left out', '12345', '012345'],
    ['spaces around', ' 123456 ', '123456'],
  ])('accepted: %s', (_name, text, value) => {
    expect(parseProviderNumber(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['seven digits', '0012345'],
    ['nothing but zeros', '000000'],
    ['a letter', '01234A'],
    ['negative', '-12345'],
    ['empty', ''],
  ])('refused: %s', (_name, text) => {
    expect(parseProviderNumber(text)).toMatchObject({ ok: false, code: 'provider-number-format' });
  });
});
