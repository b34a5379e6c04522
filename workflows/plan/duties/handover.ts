/**
 * A proposed successor answers within five working days: reminded the day before, then the coordinator and the team
 * leader are told. Until it is accepted, the old coordinator keeps every duty.
 *
 * If the coordinator resigns, the team leader names another within five working days and is reminded until it is done;
 * the plan shows since when it has none. A deputy's time ends by itself.
 *
 * Whoever leaves their organisation is without effect at once, by the register. A plan whose coordinator left has none; a party
 * whose representative left is to name a colleague within five working days: its leader and the coordinator are reminded, then the
 * team leader is told. Until then what is awaited from the party waits.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { StepActivitiesOf } from './duty-steps.types.js';
import { TRANSACTION_STEP } from './step-options.js';

/** The steps of handover. */
export const handoverSteps = proxyActivities<StepActivitiesOf<'handover'>>(TRANSACTION_STEP);
