import { z } from 'zod';
import { isInstant, isLocalDate } from '../../../libs/domain/calendar/index.js';
import { type GrantedKind, INFORMATION_KINDS } from '../../../libs/domain/consent/consent.types.js';
import { CITIZEN } from '../../../libs/domain/participants/participant.types.js';
import { hasAtMost } from '../../../libs/input/characters.js';
import { LONGEST } from '../../../libs/input/longest.js';
import { isStorable } from '../../../libs/input/storable-text.js';
import type { Expectation } from './expectations.js';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;

const told = (error: Expectation): { error: Expectation } => ({ error });

/** A text of at least one visible character. */
export function text(longest: number): z.ZodString {
  return z
    .string()
    .refine((value) => /\S/.test(value), told('expected.text'))
    .refine((value) => hasAtMost(value, longest), told('expected.shorterText'))
    .refine(isStorable, told('expected.storableText'))
    .meta({ minLength: 1, maxLength: longest, pattern: '\\S' });
}

/** Names of people, organisations, places, codes. */
export const name = text(LONGEST.name);
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
  .refine((value) => CODE.test(value), told('expected.code'))
  .meta({ pattern: CODE.source });

export const uuid = z.uuid(told('expected.uuid')).transform((value) => value.toLowerCase());

/** A new id, from the client or else made here. */
export const newId = z
  .uuid(told('expected.uuid'))
  .transform((value) => value.toLowerCase())
  .optional();

export const participantId = z
  .string()
  .refine((value) => value === CITIZEN || z.uuid().safeParse(value).success, told('expected.participant'))
  .meta({
    description: 'The id of a participant; `citizen` is the citizen of the plan.',
    pattern:
      '^(citizen|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$',
  });

/** A kind of information, or the existing plans of one participant: `existingPlans:<participant>`. */
export const grantedKind = z
  .string()
  .refine((value): value is GrantedKind => isGrantedKind(value), told('expected.kind'))
  .transform((value) => value)
  .meta({
    description:
      'A kind of information; `existingPlans:` with the id of a participant means the existing plans of this one alone.',
    pattern: `^(${INFORMATION_KINDS.join('|')}|existingPlans:(citizen|[0-9a-f-]{36}))$`,
  });

function isGrantedKind(value: string): boolean {
  const source = /^existingPlans:(.*)$/.exec(value)?.[1];
  if (source !== undefined) return participantId.safeParse(source).success;
  return INFORMATION_KINDS.some((kind) => kind === value);
}

/** An instant in any zone; kept in UTC with milliseconds. */
export const instant = z
  .string()
  .refine((value) => z.iso.datetime({ offset: true }).safeParse(value).success && isInstant(inUtc(value)), {
    ...told('expected.instant'),
    abort: true,
  })
  .transform(inUtc)
  .meta({ format: 'date-time' });

function inUtc(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

export const localDate = z
  .string()
  .refine((value) => isLocalDate(value), told('expected.date'))
  .meta({ format: 'date' });

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
