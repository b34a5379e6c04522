import { z } from 'zod';
import {
  firstNamedYear,
  isNamedDate,
  isNamedInstant,
  lastNamedYear,
} from '../../../libs/domain/calendar/index.js';
import { type GrantedKind, INFORMATION_KINDS } from '../../../libs/domain/consent/consent.types.js';
import { CITIZEN } from '../../../libs/domain/participants/participant.types.js';
import { hasAtMost } from '../../../libs/input/characters.js';
import { LONGEST } from '../../../libs/input/longest.js';
import { isOneLine } from '../../../libs/input/one-line.js';
import { isStorable, VISIBLE_LINE, VISIBLE_TEXT } from '../../../libs/input/storable-text.js';
import type { Expectation } from './expectations.js';

/** Stands before a participant where the existing plans of this one alone are meant. */
const PLANS_OF = 'existingPlans:';
const CODE = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;

const told = (error: Expectation): { error: Expectation } => ({ error });

/** A text of at least one visible character. */
export function text(longest: number): z.ZodString {
  return z
    .string()
    .refine((value) => /\S/.test(value), told('expected.text'))
    .refine((value) => hasAtMost(value, longest), told('expected.shorterText'))
    .refine(isStorable, told('expected.storableText'))
    .meta({ minLength: 1, maxLength: longest, pattern: VISIBLE_TEXT });
}

/** Names of people, organisations, places, codes: what is read on one line. */
export const name = text(LONGEST.name)
  .refine(isOneLine, told('expected.oneLine'))
  .meta({ minLength: 1, maxLength: LONGEST.name, pattern: VISIBLE_LINE });
/** Reasons, notes, titles. */
export const shortText = text(LONGEST.shortText);
/** The text of a section or of minutes. */
export const longText = text(LONGEST.longText);

/** Left out or null where there is nothing to say. */
export function optional<T extends z.ZodType>(schema: T): z.ZodDefault<z.ZodNullable<T>> {
  return schema.nullable().default(null as never);
}

/** An id that another system gave: no words, since ids stand where words of people's must not. */
export const code = z
  .string()
  .refine((value) => CODE.test(value) && !(value in Object.prototype), told('expected.code'))
  .meta({ pattern: CODE.source });

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';

export const uuid = z.guid(told('expected.uuid')).transform((value) => value.toLowerCase());

/** A new id, from the client or else made here. */
export const newId = uuid.optional();

export const participantId = z
  .string()
  .refine((value) => value === CITIZEN || uuid.safeParse(value).success, {
    ...told('expected.participant'),
    abort: true,
  })
  .transform((value) => value.toLowerCase())
  .meta({
    description: 'The id of a participant; `citizen` is the citizen of the plan.',
    pattern: `^(${CITIZEN}|${UUID})$`,
  });

/** A kind of information, or the existing plans of one participant: `existingPlans:<participant>`. */
export const grantedKind = z
  .string()
  .transform((value, context): GrantedKind => {
    const kind = grantedKindIn(value);
    if (kind !== null) return kind;
    context.addIssue({ code: 'custom', message: 'expected.kind' satisfies Expectation });
    return z.NEVER;
  })
  .meta({
    description:
      'A kind of information; `existingPlans:` with the id of a participant means the existing plans of this one alone.',
    pattern: `^(${INFORMATION_KINDS.join('|')}|${PLANS_OF}(${CITIZEN}|${UUID}))$`,
  });

function grantedKindIn(value: string): GrantedKind | null {
  if (!value.startsWith(PLANS_OF)) return INFORMATION_KINDS.find((kind) => kind === value) ?? null;
  const source = participantId.safeParse(value.slice(PLANS_OF.length));
  return source.success ? `${PLANS_OF}${source.data}` : null;
}

const NAMED_YEAR = '(19[2-9]\\d|20\\d\\d|2100)';
const NAMED_YEARS = `${firstNamedYear} to ${lastNamedYear}`;

/** An instant in any zone; kept in UTC with milliseconds. */
export const instant = z
  .string()
  .refine(
    (value) => z.iso.datetime({ offset: true }).safeParse(value).success && isNamedInstant(inUtc(value)),
    {
      ...told('expected.instant'),
      abort: true,
    },
  )
  .transform(inUtc)
  .meta({
    format: 'date-time',
    description: `A point in time with its zone, T and Z in capitals, in the years ${NAMED_YEARS}.`,
    pattern: `^${NAMED_YEAR}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$`,
  });

function inUtc(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

export const localDate = z
  .string()
  .refine((value) => isNamedDate(value), told('expected.date'))
  .meta({
    format: 'date',
    description: `A day in Denmark, in the years ${NAMED_YEARS}.`,
    pattern: `^${NAMED_YEAR}-\\d{2}-\\d{2}$`,
  });

/** A list in which nothing comes twice. */
export function distinct<T extends z.ZodType>(schema: T, least: number, most: number): z.ZodArray<T> {
  return z
    .array(schema)
    .min(least)
    .max(most)
    .refine((values) => new Set(values).size === values.length, told('expected.different'))
    .meta({ uniqueItems: true });
}

/** A whole number from 1 on, as it stands in a path or a query. */
export const positiveNumber = z
  .string()
  .refine((value) => /^[1-9]\d{0,8}$/.test(value), told('expected.number'))
  .transform(Number)
  .meta({ pattern: '^[1-9]\\d{0,8}$' });

/** Yes or no, as it stands in a query. */
export const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true');
