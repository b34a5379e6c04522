import type { ActivityOptions } from '@temporalio/workflow';

/**
 * A step is one short transaction. Half a minute is far more than it takes, and tells a dead worker from a busy one.
 * It is tried again for a day, since a database that is away comes back and repeating does no harm; what the rules
 * refuse is not tried again at all (the activity says so). After that day it becomes a problem of the plan.
 */
export const TRANSACTION_STEP: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '1 day',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
};

/** Reading and reporting must come through in the end: the process knows nothing better to do. */
export const RECORD_CALL: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
};
