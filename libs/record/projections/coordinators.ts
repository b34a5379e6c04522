import type { EventContext } from './projection.types.js';
import { insertRow, updateRows } from './rows.js';

/** Ends the running period, if there is one, and begins the next coordinator's. */
export async function beginCoordinatorPeriod(context: EventContext, personId: string): Promise<void> {
  await endCoordinatorPeriod(context);
  await insertRow(context, 'coordinator_periods', {
    seq: context.seq,
    person_id: personId,
    since: context.at,
    until: null,
  });
}

/** From now on nobody is coordinator. */
export async function endCoordinatorPeriod(context: EventContext): Promise<void> {
  await updateRows(context, 'coordinator_periods', { until: null }, { until: context.at });
}

/** Ends the open proposal, if there is one; there is one at most. */
export async function endProposal(
  context: EventContext,
  outcome: 'accepted' | 'declined' | 'withdrawn',
  reason: string | null,
): Promise<void> {
  await updateRows(
    context,
    'handovers',
    { outcome: null },
    { outcome, outcome_reason: reason, ended_at: context.at },
  );
}
