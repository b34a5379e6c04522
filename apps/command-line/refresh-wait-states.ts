import { sameForProcess } from '../../libs/domain/plan/wait-state.js';
import { refreshWaitState } from '../../libs/record/refresh-wait-state.js';
import { lookAgain } from '../../libs/temporal/look-again.js';
import { everyOpenPlan } from './every-open-plan.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';

/** After a release that changed rules: computes every open plan's wait state again and tells the processes whose changed. */
export async function refreshWaitStates(
  parts: ProcessParts,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  if (words.length !== 1 || words[0] !== '--refresh') {
    say('wait-states expects --refresh');
    return 2;
  }
  let count = 0;
  let changed = 0;
  for await (const { planId, waitState } of everyOpenPlan(parts)) {
    const fresh = await refreshWaitState(parts.database, parts.vault.events, planId);
    count += 1;
    if (fresh === null || sameForProcess(fresh, waitState)) continue;
    changed += 1;
    await lookAgain(parts.client, planId, fresh);
  }
  say(`${count} open plan(s) looked at, ${changed} changed.`);
  return 0;
}
