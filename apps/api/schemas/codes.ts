import { z } from 'zod';
import {
  municipalities,
  parseCvr,
  parseMunicipalityCode,
  parseRegionCode,
  parseSor,
  regions,
} from '../../../libs/domain/identifiers/index.js';
import type { Expectation } from './expectations.js';

type Parsed = { readonly ok: true; readonly value: string } | { readonly ok: false };

function code(
  parse: (text: string) => Parsed,
  expected: Expectation,
): z.ZodPipe<z.ZodString, z.ZodTransform<string, string>> {
  return z.string().transform((given, context) => {
    const parsed = given.length <= 40 ? parse(given) : { ok: false as const };
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

export const municipalityCode = code(parseMunicipalityCode, 'expected.municipality').meta({
  description: 'Code of one of the 98 municipalities.',
  pattern: oneOf(municipalities),
});
export const regionCode = code(parseRegionCode, 'expected.region').meta({
  description: 'ISO 3166-2.',
  pattern: oneOf(regions),
});
export const cvr = code(parseCvr, 'expected.cvr').meta({
  description: 'CVR number: eight digits of which the last is a check digit (modulus 11).',
  pattern: '^[1-9][0-9]{7}$',
});
export const sor = code(parseSor, 'expected.sor').meta({
  description: 'SOR code.',
  pattern: '^[1-9][0-9]{10,17}$',
});

function oneOf(known: readonly { readonly code: string }[]): string {
  return `^(${known.map((one) => one.code).join('|')})$`;
}
