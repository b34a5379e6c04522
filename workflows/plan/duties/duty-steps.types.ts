import type { Duty, StepActivities, StepOf } from '../../../libs/contracts/index.js';

/** The activities of one duty's steps. */
export type StepActivitiesOf<D extends Duty> = Pick<StepActivities, StepOf<D>>;
