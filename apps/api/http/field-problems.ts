import type { StandardSchemaV1 } from '@standard-schema/spec';
import { z } from 'zod';
import type { FieldProblem, Language } from '../../../libs/contracts/problem.js';
import { EXPECTATIONS, isExpectation } from '../schemas/expectations.js';

const words = { da: z.locales.da().localeError, en: z.locales.en().localeError };

/** Whoever sends more that is wrong is told of the first; the rest is found when those are right. */
const MOST_TOLD = 50;

/** A JSON pointer (RFC 6901) to a place in the body or the query; empty for the whole of it. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function pathOf(issue: StandardSchemaV1.Issue): readonly PropertyKey[] {
  return (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
}

function expectedOf(issue: StandardSchemaV1.Issue, language: Language): string {
  if (isExpectation(issue.message)) return EXPECTATIONS[issue.message][language];
  if ('code' in issue && issue.code === 'invalid_type' && 'expected' in issue) {
    return missingOr(String(issue.expected), language);
  }
  const told = words[language](issue as z.core.$ZodRawIssue);
  return (typeof told === 'string' ? told : told?.message) ?? issue.message;
}

/** What a field of another type should have been; a schema does not tell what was there, or whether anything was. */
function missingOr(type: string, language: Language): string {
  const expected = TYPES[type] ?? TYPES['object'];
  return language === 'da'
    ? `Feltet mangler eller har en anden form. Her skal stå ${expected?.da ?? ''}.`
    : `The field is missing or has another form. It must be ${expected?.en ?? ''}.`;
}

const TYPES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  string: { da: 'en tekst', en: 'a text' },
  number: { da: 'et tal', en: 'a number' },
  int: { da: 'et helt tal', en: 'a whole number' },
  boolean: { da: 'true eller false', en: 'true or false' },
  array: { da: 'en liste', en: 'a list' },
  object: { da: 'et objekt med felter', en: 'an object with fields' },
};

/**
 * What a schema refused, field by field, in one language, the first fifty. A field that is not known is named itself;
 * what was given is never repeated.
 */
export function fieldProblems(
  issues: readonly StandardSchemaV1.Issue[],
  language: Language,
): readonly FieldProblem[] {
  const problems = issues.slice(0, MOST_TOLD).flatMap((issue) => {
    const path = pathOf(issue);
    if ('keys' in issue && Array.isArray(issue.keys)) {
      const expected = EXPECTATIONS['expected.nothing'][language];
      return issue.keys
        .slice(0, MOST_TOLD)
        .map((key) => ({ field: pointer([...path, String(key).slice(0, 200)]), expected }));
    }
    return [{ field: pointer(path), expected: expectedOf(issue, language) }];
  });
  return problems.slice(0, MOST_TOLD);
}
