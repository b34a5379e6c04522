/**
 * From the first meeting the coordinator owes a draft within fifteen working days, and after each opened revision again;
 * a reminder comes three days before and a day after, the team leader is told ten days later.
 *
 * A submitted draft waits for the citizen and everyone who may see the goals: reminded three days before the deadline
 * and on it; then the coordinator is told and may lock the version with the gap shown. An objection sends it back.
 * It ends when the version is locked.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { StepActivitiesOf } from './duty-steps.types.js';
import { TRANSACTION_STEP } from './step-options.js';

/** The steps of drafting. */
export const draftingSteps = proxyActivities<StepActivitiesOf<'drafting'>>(TRANSACTION_STEP);
