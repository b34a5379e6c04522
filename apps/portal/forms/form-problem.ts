import { hasAtMost } from '../../../libs/input/characters.js';
import { isOneLine } from '../../../libs/input/one-line.js';
import { isStorable } from '../../../libs/input/storable-text.js';
import { PROBLEMS, type ProblemCode } from '../../../libs/contracts/problem.js';
import type { Language } from '../../../libs/contracts/problem.types.js';
import { FORM_WORDS } from './form.words.js';

/** Something that is to be changed in a form before it can be taken. */
export interface FormProblem {
  /** The id of the field; null for what is about the form as a whole. */
  readonly field: string | null;
  /** The id of the very input, where the field has several. */
  readonly input?: string;
  /** What to do, in words. */
  readonly message: string;
}

/**
 * What is wrong with a text that must be there.
 * @param missing What to do where it is not there.
 */
export function textProblems(
  language: Language,
  field: string,
  text: string | null,
  { longest, missing }: { readonly longest: number; readonly missing: string | null },
): FormProblem[] {
  const words = FORM_WORDS[language];
  if (text === null) return missing === null ? [] : [{ field, message: missing }];
  if (!hasAtMost(text, longest)) return [{ field, message: words.tooLong(longest) }];
  return isStorable(text) ? [] : [{ field, message: words.unreadable }];
}

/** The same of a text that is read on one line, such as a name. */
export function lineProblems(...text: Parameters<typeof textProblems>): FormProblem[] {
  const [language, field, line] = text;
  const problems = textProblems(...text);
  if (line === null || problems.length > 0 || isOneLine(line)) return problems;
  return [{ field, message: FORM_WORDS[language].oneLine }];
}

/** What the rules refused, as a form tells it. */
export function refusalProblem(
  language: Language,
  code: ProblemCode,
  field: string | null = null,
): FormProblem {
  const { title, detail } = PROBLEMS[code][language];
  return { field, message: `${title}. ${detail}` };
}
