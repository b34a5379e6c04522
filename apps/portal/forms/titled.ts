import type { VNode } from 'preact';
import { Page } from '../http/page.js';
import type { FormState } from './form-fields.js';
import { FORM_WORDS } from './form.words.js';

/** A form that came back is no success (RFC 9110, 15.5.21). */
const UNPROCESSABLE = 422;

/** A page with a form: its title says first that something is wrong, and nothing is kept as a success. */
export function titled(
  title: string,
  { language, problems }: Pick<FormState, 'language' | 'problems'>,
  content: VNode,
): Page {
  if (problems.length === 0) return new Page(title, content);
  return new Page(`${FORM_WORDS[language].error} ${title}`, content, { status: UNPROCESSABLE });
}
