import type { PlanState } from '../domain/plan/plan.types.js';
import { personKeyName, planKeyName } from '../persistence/erasure/key-names.js';
import type { Queryable } from '../persistence/queryable.js';
import { RecordDamaged } from '../persistence/record-damaged.js';
import { openedUnder } from '../persistence/sealed-words/open-rows.js';

/**
 * Rows of one plan hold words of that plan and names of who is in it. A row that holds others' was moved there by somebody
 * who has the database, to be read by who may read the plan: then nothing is shown.
 * @param states The plans that are read, as they prove themselves.
 * @param own Who reads: their own name is no secret to them.
 * @throws RecordDamaged if words of another plan were opened, or the name of somebody who is in none of these.
 */
export function checkWordsOfOthers(
  source: Queryable,
  states: readonly PlanState[],
  own: string | null,
): void {
  const [first] = states;
  if (first === undefined) return;
  const ofPlans = new Set(states.map(({ planId }) => planKeyName(planId)));
  const told = states.map((state) => JSON.stringify(state)).join();
  for (const name of openedUnder(source)) {
    const isOwn = own !== null && name === personKeyName(own);
    const isInPlan = name.startsWith(PERSON) && told.includes(name.slice(PERSON.length));
    if (!(isOwn || isInPlan || ofPlans.has(name))) throw new RecordDamaged(first.planId);
  }
}

const PERSON = personKeyName('');
