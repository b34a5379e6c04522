import type { InformationKind } from '../../libs/domain/consent/consent.types.js';
import { INFORMATION_KINDS } from '../../libs/domain/consent/consent.types.js';
import type { SightAnswer } from '../../libs/domain/disclosure/sight.js';
import { PLAN_ROLES } from '../../libs/domain/plan/rights.js';
import { PlanSight, type PlanSightOf } from '../../libs/reading/plan-sight.js';

/** The gate of a test that has taken it away: sees everything, whoever it is. */
export const seesEverything: PlanSightOf = (state, _actor, at) => {
  const yes: SightAnswer = { allowed: true, reason: 'consent', restsOn: null };
  const all = (names: readonly string[]): Record<string, SightAnswer> =>
    Object.fromEntries(names.map((name) => [name, yes]));
  return new PlanSight(state, at, {
    roles: PLAN_ROLES,
    own: Object.keys(state.participants),
    whole: true,
    leads: true,
    answers: all(INFORMATION_KINDS) as Record<InformationKind, SightAnswer>,
    sources: all(Object.keys(state.participants)),
  });
};
