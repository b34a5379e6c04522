/**
 * The course begins when somebody finds that the citizen is in the target group. It waits for the citizen's yes or no:
 * the citizen and the coordinator are reminded two working days before the ten are over and the day after; five days
 * later the coordinator is told that nothing came. A no ends the course at once.
 *
 * On hold (admission, prison, the citizen's wish) the duties' clocks stand still. On the day until which it was to last
 * the coordinator looks at it again; after five more days the team leader is told.
 *
 * What the citizen asks for, and every task that only a person can do, has a deadline: the one who owes the answer is
 * reminded, then the team leader is told.
 *
 * It ends with the plan. Nobody is reminded of anything afterwards.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { StepActivitiesOf } from './duty-steps.types.js';
import { TRANSACTION_STEP } from './step-options.js';

/** The steps of the course itself. */
export const courseSteps = proxyActivities<StepActivitiesOf<'course'>>(TRANSACTION_STEP);
