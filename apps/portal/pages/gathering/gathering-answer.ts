import { randomUUID } from 'node:crypto';
import type { ExistingPlan } from '../../../../libs/domain/overlap/existing-plan.types.js';
import type { Language } from '../../../../libs/contracts/problem.types.js';
import { LONGEST } from '../../../../libs/input/longest.js';
import type { ParticipantView } from '../../../../libs/record/read/participants.read.js';
import { dateIn, wrongDateField } from '../../forms/date-field.js';
import { type FormProblem, lineProblems, textProblems } from '../../forms/form-problem.js';
import type { FormValues } from '../../forms/form-values.js';
import { FORM_WORDS } from '../../forms/form.words.js';
import { GATHERING_WORDS } from './gathering.words.js';

export const ANSWERS = ['plans', 'noPlan', 'cannotAnswer'] as const;
export const PLAN_STATUSES = ['active', 'planned', 'paused', 'ended'] as const;

/** As many goals and interventions as the API takes. */
const MOST = { goals: 100, interventions: 200 } as const;

/** A party's answer as it was filled in; the document is still to be looked at. */
export type FilledAnswer =
  | { readonly kind: 'noPlan' }
  | { readonly kind: 'cannotAnswer'; readonly reason: string }
  | { readonly kind: 'plans'; readonly plan: ExistingPlan | null };

/** Reads the form. @returns The answer, or what is wrong with it. */
export function filledAnswer(
  language: Language,
  values: FormValues,
  party: Pick<ParticipantView, 'participantId' | 'role'>,
  hasDocument: boolean,
): FilledAnswer | FormProblem[] {
  const words = GATHERING_WORDS[language].form;
  const kind = values.choice('kind', ANSWERS);
  if (kind === null) return [{ field: 'kind', message: words.missing }];
  if (kind === 'noPlan') return { kind };
  if (kind === 'cannotAnswer') {
    const reason = values.text('reason');
    const longest = LONGEST.shortText;
    const problems = textProblems(language, 'reason', reason, { longest, missing: words.reasonMissing });
    return reason === null || problems.length > 0 ? problems : { kind, reason };
  }
  const plan = filledPlan(language, values, party, hasDocument);
  return Array.isArray(plan) ? plan : { kind, plan };
}

function filledPlan(
  language: Language,
  values: FormValues,
  { participantId, role }: Pick<ParticipantView, 'participantId' | 'role'>,
  hasDocument: boolean,
): ExistingPlan | null | FormProblem[] {
  const words = GATHERING_WORDS[language].form;
  const [title, basis] = [values.text('title'), values.text('basis')];
  const [from, to] = [dateIn(values, 'from'), dateIn(values, 'to')];
  const [goals, interventions] = [linesOf(values, 'goals'), linesOf(values, 'interventions')];
  const written =
    [title, basis, from, to].some((one) => one !== null) || goals.length + interventions.length > 0;
  if (!written) return hasDocument ? null : [{ field: 'title', message: words.planMissing }];
  const problems = [
    ...lineProblems(language, 'title', title, { longest: LONGEST.name, missing: words.titleMissing }),
    ...lineProblems(language, 'basis', basis, { longest: LONGEST.name, missing: null }),
    ...dateProblems(language, values, { from, to }),
    ...linesProblems(language, 'goals', goals),
    ...linesProblems(language, 'interventions', interventions),
  ];
  if (title === null || problems.length > 0) return problems;
  return {
    id: randomUUID(),
    ownerPartyId: participantId,
    ownerRole: role,
    title,
    statutory: values.one('statutory') === 'yes',
    ...(basis === null ? {} : { basis }),
    status: values.choice('status', PLAN_STATUSES) ?? 'active',
    period: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
    goals: goals.map((text) => ({ id: randomUUID(), text })),
    interventions: interventions.map((text) => ({ id: randomUUID(), text })),
    appointments: [],
  };
}

function linesOf(values: FormValues, name: string): string[] {
  return values
    .one(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function linesProblems(language: Language, name: keyof typeof MOST, lines: readonly string[]): FormProblem[] {
  if (lines.length > MOST[name]) {
    return [{ field: name, message: GATHERING_WORDS[language].form.tooMany(MOST[name]) }];
  }
  return lines
    .flatMap((line) => textProblems(language, name, line, { longest: LONGEST.shortText, missing: null }))
    .slice(0, 1);
}

function dateProblems(
  language: Language,
  values: FormValues,
  dates: Readonly<Record<'from' | 'to', string | null>>,
): FormProblem[] {
  return (['from', 'to'] as const)
    .filter((name) => dates[name] === '')
    .map((field) => ({
      field,
      input: wrongDateField(values, field),
      message: FORM_WORDS[language].noSuchDate,
    }));
}
