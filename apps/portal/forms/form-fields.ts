import type { Language } from '../../../libs/contracts/problem.types.js';
import type { FormProblem } from './form-problem.js';
import type { FormValues } from './form-values.js';

/** A form as it stands: what was filled in, and what is wrong with it. */
export interface FormState {
  readonly language: Language;
  readonly values: FormValues;
  readonly problems: readonly FormProblem[];
}

/** A field of a form: its name, which is its id as well, and what stands beside it. */
export interface FieldParts {
  readonly form: FormState;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

/** What is wrong with one field, or null. */
export function problemOf({ problems }: FormState, name: string): string | null {
  return problems.find(({ field }) => field === name)?.message ?? null;
}

/** The ids of what is to be read with a field. */
export function describedBy({ form, name, hint }: FieldParts): string | undefined {
  const hints = hint === undefined ? [] : [`${name}-hint`];
  const errors = problemOf(form, name) === null ? [] : [`${name}-error`];
  const ids = [...hints, ...errors];
  return ids.length === 0 ? undefined : ids.join(' ');
}
