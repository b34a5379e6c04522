/**
 * Everyone with a basis is to be asked for the plans that exist already; if the coordinator has not asked within five
 * working days there is a reminder. Each party then has ten working days (or the day that the coordinator set).
 *
 * Silence is chased: three days before the deadline, on it and three days after it; then the coordinator is told, then
 * the party's own leader, who is not told about whom. An answer ends it at once, also a late one, and also
 * "no plan exists" and "cannot answer".
 */
import { proxyActivities } from '@temporalio/workflow';
import type { StepActivitiesOf } from './duty-steps.types.js';
import { TRANSACTION_STEP } from './step-options.js';

/** The steps of gathering. */
export const gatheringSteps = proxyActivities<StepActivitiesOf<'gathering'>>(TRANSACTION_STEP);
