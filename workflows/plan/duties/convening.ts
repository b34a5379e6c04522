/**
 * The first meeting is owed from the citizen's yes; the coordinator is reminded before and after the thirty working days
 * are over, then the team leader is told. Whoever does not answer the proposed times is reminded the day before the last.
 *
 * When a meeting is fixed or moved, everyone who may know of it is invited with the same calendar entry, and so is
 * whoever gets the right later. Who does not answer is reminded once. Three working days before the meeting it is
 * checked whether those come whom the policy requires; if not, the coordinator gets a task.
 *
 * After the meeting the coordinator owes attendance and minutes. It ends with them, or when the meeting is cancelled.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { StepActivitiesOf } from './duty-steps.types.js';
import { TRANSACTION_STEP } from './step-options.js';

/** The steps of convening. */
export const conveningSteps = proxyActivities<StepActivitiesOf<'convening'>>(TRANSACTION_STEP);
