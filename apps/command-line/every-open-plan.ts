import { type OpenPlan, openPlans } from '../../libs/record/sweep.queries.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';

const PAGE = 500;

/** Every open plan in the order of the ids, read a page at a time. */
export async function* everyOpenPlan({ database }: ProcessParts): AsyncGenerator<OpenPlan> {
  let after: string | null = null;
  for (;;) {
    const page: OpenPlan[] = await openPlans(database, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.planId;
  }
}
