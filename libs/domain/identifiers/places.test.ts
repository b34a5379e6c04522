import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { municipalities, parseMunicipalityCode, parseRegionCode, regions } from './index.js';

type TestCitizen = { municipalityCode?: string; region?: string };

const citizensFile = new URL('../../test-citizens/test-citizens.json', import.meta.url);
const { people } = JSON.parse(readFileSync(citizensFile, 'utf8')) as { people: TestCitizen[] };

describe('municipalities', () => {
  it('are 98 with different codes and names, in order of code', () => {
    const codes = municipalities.map(({ code }) => code);
    expect(codes).toHaveLength(98);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(municipalities.map(({ danishName }) => danishName)).size).toBe(98);
  });

  it.each([
    ['DK-81', 11],
    ['DK-82', 19],
    ['DK-83', 22],
    ['DK-84', 29],
    ['DK-85', 17],
  ])('of %s are %i', (code, count) => {
    expect(municipalities.filter(({ region }) => region === code)).toHaveLength(count);
  });

  it('are read from each code', () => {
    for (const municipality of municipalities) {
      const value = municipality.code;
      expect(parseMunicipalityCode(` ${value} `)).toEqual({ ok: true, value, municipality });
    }
  });

  it.each([
    ['three digits', '219', 'municipality-code-format'],
    ['a name', 'Hillerød', 'municipality-code-format'],
    ['empty', '', 'municipality-code-format'],
    ['no municipality', '0000', 'municipality-code-unknown'],
    ['Christiansø', '0411', 'municipality-code-unknown'],
    ['merged away in 2007', '0211', 'municipality-code-unknown'],
  ])('refused: %s', (_name, text, code) => {
    expect(parseMunicipalityCode(text)).toMatchObject({ ok: false, code });
  });

  it('lie in the region that the test persons live in', () => {
    const placed = people.filter(({ municipalityCode, region }) => municipalityCode && region);
    expect(placed.length).toBeGreaterThan(0);
    for (const { municipalityCode = '', region } of placed) {
      expect(parseMunicipalityCode(municipalityCode)).toMatchObject({ ok: true, municipality: { region } });
    }
  });
});

describe('regions', () => {
  it.each(regions)('$code is $danishName', ({ code }) => {
    expect(parseRegionCode(code)).toEqual({ ok: true, value: code });
    expect(parseRegionCode(` ${code.toLowerCase()} `)).toEqual({ ok: true, value: code });
  });

  it.each(['DK-80', 'DK-86', 'DK-040', '84', 'DK84', ''])('%s is none', (text) => {
    expect(parseRegionCode(text)).toMatchObject({ ok: false, code: 'region-code-unknown' });
  });
});
