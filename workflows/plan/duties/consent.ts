/**
 * From the citizen's yes the coordinator owes a decision on everyone who takes part: given, refused, or another basis.
 * The coordinator is reminded on the last day, the team leader told five working days later.
 *
 * What somebody recorded who profits from it opens nothing until the citizen or a second person confirms; the citizen
 * is asked again five days before the time is over, the team leader told two days before it, then it lapses.
 *
 * Another basis for the own house, custody and guardianship wait for a second person in the same way: the team leader is asked and
 * reminded, then it lapses. What could not wait counts at once and is looked at within one working day.
 *
 * Six weeks before a consent ends it is raised with citizen and coordinator, two weeks before it again. Silence lets it
 * lapse: at that very instant it opens nothing more, and future meetings lose the participant.
 *
 * On the day on which a young citizen comes of age those who held custody take part as relatives, as far as the citizen
 * wants; what they consented to ends at the latest then.
 *
 * It ends when the plan ends: consents are then still on record, but nothing is disclosed any more.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { StepActivitiesOf } from './duty-steps.types.js';
import { TRANSACTION_STEP } from './step-options.js';

/** The steps of consent. */
export const consentSteps = proxyActivities<StepActivitiesOf<'consent'>>(TRANSACTION_STEP);
