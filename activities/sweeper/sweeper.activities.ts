import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../libs/clock/clock.js';
import {
  PLAN_WORKFLOW,
  planIdOfWorkflow,
  type SweeperActivities,
  type SweepResult,
} from '../../libs/contracts/index.js';
import { addDuration } from '../../libs/domain/calendar/index.js';
import {
  countOpenPlans,
  type OpenPlan,
  openPlans,
  shardsWithDueNotices,
  stalePlans,
} from '../../libs/record/sweep.queries.js';
import { lookAgain } from '../../libs/temporal/look-again.js';
import type { TemporalRelay } from '../../libs/temporal/temporal-relay.js';

/** What is younger than this is probably under way. */
const GRACE_MINUTES = 2;
const PAGE = 500;
const RUNNING_PLANS = `WorkflowType = '${PLAN_WORKFLOW}' AND ExecutionStatus = 'Running'`;

/** Compares the record with the running processes and mends what differs. */
export function sweeperActivities(
  client: Client,
  dataSource: DataSource,
  clock: Clock,
  relay: TemporalRelay,
): SweeperActivities {
  return {
    async sweep(): Promise<SweepResult> {
      const now = await clock.now();
      const before = addDuration(now, { minutes: -GRACE_MINUTES });
      const toldAgain = await relay.catchUp(before);
      const restarted = await restartLost(client, dataSource, relay);
      const stale = await stalePlans(dataSource, before, PAGE);
      for (const { planId, waitState } of stale) await lookAgain(client, planId, waitState);
      const shards = await shardsWithDueNotices(dataSource, before);
      relay.noticesQueued(shards);
      await relay.settled();
      return { toldAgain, restarted, lookedAgain: stale.length, dispatchersPoked: shards.length };
    },
  };
}

/** Only if the numbers differ are the plans compared one by one. */
async function restartLost(client: Client, dataSource: DataSource, relay: TemporalRelay): Promise<number> {
  const running = await client.workflow.count(RUNNING_PLANS);
  if (running.count >= (await countOpenPlans(dataSource))) return 0;
  const known = new Set<string | null>();
  for await (const { workflowId } of client.workflow.list({ query: RUNNING_PLANS })) {
    known.add(planIdOfWorkflow(workflowId));
  }
  let restarted = 0;
  for (
    let page = await openPlans(dataSource, null, PAGE);
    page.length > 0;
    page = await nextPage(dataSource, page)
  ) {
    for (const { planId, waitState } of page.filter((plan) => !known.has(plan.planId))) {
      relay.waitStateChanged(planId, waitState);
      restarted += 1;
    }
  }
  return restarted;
}

function nextPage(dataSource: DataSource, page: readonly OpenPlan[]): Promise<OpenPlan[]> {
  return openPlans(dataSource, page.at(-1)?.planId ?? null, PAGE);
}
