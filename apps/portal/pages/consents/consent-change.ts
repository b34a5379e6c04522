import type { GrantedKind } from '../../../../libs/domain/consent/consent.types.js';
import type { PlanCommand } from '../../../../libs/domain/plan/plan.types.js';
import type { Language } from '../../../../libs/contracts/problem.types.js';
import type { FormProblem } from '../../forms/form-problem.js';
import type { FormValues } from '../../forms/form-values.js';
import { CONSENT_WORDS } from './consents.words.js';

/** What is to become of a recipient's consent. */
export interface ConsentChange {
  /** The kinds of information that stay; null for a withdrawal. */
  readonly keep: readonly GrantedKind[] | null;
}

/**
 * What somebody chose, if it can be done.
 * @param kinds What the recipient may have now; nothing else can be kept.
 */
export function consentChange(
  language: Language,
  values: FormValues,
  kinds: readonly GrantedKind[],
): ConsentChange | FormProblem {
  const words = CONSENT_WORDS[language].choose;
  const choice = values.choice('choice', ['all', 'some']);
  if (choice === null) return { field: 'choice', message: words.missing };
  if (choice === 'all') return { keep: null };
  const keep = kinds.filter((kind) => values.all('keep').includes(kind));
  return keep.length === 0 ? { field: 'keep', message: words.keepMissing } : { keep };
}

/** The command that does it. */
export function changeCommand(participantId: string, { keep }: ConsentChange): PlanCommand {
  return keep === null
    ? { type: 'withdrawConsent', participantId }
    : { type: 'narrowConsent', participantId, keep };
}
