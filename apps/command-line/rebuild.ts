import { isUuid } from '../../libs/contracts/ids.js';
import { refreshWaitState } from '../../libs/record/refresh-wait-state.js';
import { shardsWithQueuedNotices } from '../../libs/record/sweep.queries.js';
import { registerSearchAttributes } from '../../libs/temporal/register-search-attributes.js';
import { lookAgain } from '../../libs/temporal/look-again.js';
import { scheduleRetention } from '../../libs/temporal/retention-schedule.js';
import { scheduleSweeper } from '../../libs/temporal/sweeper-schedule.js';
import { everyOpenPlan } from './every-open-plan.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';

const PROGRESS_EVERY = 1000;

/**
 * Makes the processes of one plan or of all open plans anew from the record. Overdue steps are performed at once; what
 * was performed before the loss is on record and is not repeated. A process that is there is only told to look again.
 */
export async function rebuild(
  parts: ProcessParts,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [which] = words;
  if (words.length !== 1 || which === undefined || (which !== '--all' && !isUuid(which))) {
    say('rebuild expects the id of a plan, or --all');
    return 2;
  }
  if (which !== '--all') return rebuildOne(parts, which, say);
  await registerSearchAttributes(parts.client.connection, parts.environment.TEMPORAL_NAMESPACE);
  await scheduleSweeper(parts.client);
  await scheduleRetention(parts.client);
  let count = 0;
  for await (const { planId } of everyOpenPlan(parts)) {
    await rebuildPlan(parts, planId);
    count += 1;
    if (count % PROGRESS_EVERY === 0) say(`${count} plans …`);
  }
  parts.relay.wakeDispatchers(await shardsWithQueuedNotices(parts.database));
  await parts.relay.settled();
  say(`${count} open plan(s) have their process again.`);
  return 0;
}

async function rebuildOne(parts: ProcessParts, planId: string, say: (line: string) => void): Promise<number> {
  const found = await rebuildPlan(parts, planId);
  say(found ? `Plan ${planId} has its process again.` : `There is no plan ${planId}.`);
  return found ? 0 : 1;
}

async function rebuildPlan({ client, database, vault }: ProcessParts, planId: string): Promise<boolean> {
  const waitState = await refreshWaitState(database, vault.events, planId);
  if (waitState === null) return false;
  if (!waitState.over) await lookAgain(client, planId, waitState);
  return true;
}
