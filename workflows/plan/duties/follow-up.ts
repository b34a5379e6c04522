/**
 * Every agreement that binds reminds the one responsible three working days before its date and the day after; if nobody
 * says how it ended, the coordinator is told on the third day.
 *
 * Five weeks before its date a follow-up is opened: a meeting is to be convened, a status told for each goal, and it is
 * closed with the next date. The coordinator is reminded of each, the team leader told when no meeting comes.
 * It goes round until the plan ends.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { StepActivitiesOf } from './duty-steps.types.js';
import { TRANSACTION_STEP } from './step-options.js';

/** The steps of follow-up. */
export const followUpSteps = proxyActivities<StepActivitiesOf<'followUp'>>(TRANSACTION_STEP);
