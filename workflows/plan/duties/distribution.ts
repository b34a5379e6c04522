/**
 * A locked version is sent to everyone as far as the consent reaches, at once, and to whoever gets the right later.
 * Letters to post and words to bring are the coordinator's, who is reminded after three working days. What failed stays
 * open as a task until it was sent again or recorded otherwise, while follow-up runs on.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { StepActivitiesOf } from './duty-steps.types.js';
import { TRANSACTION_STEP } from './step-options.js';

/** The steps of distribution. */
export const distributionSteps = proxyActivities<StepActivitiesOf<'distribution'>>(TRANSACTION_STEP);
