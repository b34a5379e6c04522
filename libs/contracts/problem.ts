import { expectedIn } from './expected-words.js';
import { permittedSentence } from './permitted-words.js';
import { API_PROBLEMS } from './problem.api.js';
import { DOMAIN_PROBLEMS } from './problem.domain.js';
import { PORTAL_PROBLEMS } from './problem.portal.js';
import type { FieldProblem, Language, Problem, ProblemCode, ProblemKind } from './problem.types.js';

export * from './problem.types.js';
export { permittedRoles } from './permitted-words.js';

/** Every problem that API and portal can answer with, by its code. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  ...DOMAIN_PROBLEMS,
  ...API_PROBLEMS,
  ...PORTAL_PROBLEMS,
};

/** Whether a text is the code of a problem. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text);
}

/** The URI that names a kind of problem (RFC 9457, `type`), relative to the API's address. */
export function problemType(code: ProblemCode): string {
  return `/problems/${code}`;
}

/** The language of the two that an Accept-Language header (RFC 9110) prefers; Danish when it says nothing of them. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'da' || language === 'en') && quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return wanted[0]?.language === 'en' ? 'en' : 'da';
}

/** What to do about a problem. Who is not permitted something is told who is. */
export function detailOf(code: ProblemCode, language: Language, context: Problem['context'] = {}): string {
  const { detail } = PROBLEMS[code][language];
  const { permitted } = context;
  if (code !== 'ACTOR.NOT_PERMITTED' || !Array.isArray(permitted)) return detail;
  return permittedSentence(language, permitted as readonly string[]) ?? detail;
}

/** The body of an answer that tells one problem in one language. */
export function problemOf(
  code: ProblemCode,
  language: Language,
  correlationId: string,
  errors: readonly FieldProblem[] = [],
  context: Problem['context'] = {},
): Problem {
  const kind = PROBLEMS[code];
  return {
    type: problemType(code),
    title: kind[language].title,
    status: kind.status,
    code,
    detail: detailOf(code, language, context),
    errors: errors.map(({ field, expected }) => ({ field, expected: expectedIn(language, expected) })),
    correlationId,
    ...(Object.keys(context).length === 0 ? {} : { context }),
  };
}
