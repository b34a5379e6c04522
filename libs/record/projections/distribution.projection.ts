import type { DistributionEvent } from '../../domain/distribution/distribution.types.js';
import type { EventContext, ProjectorsOf } from './projection.types.js';
import { insertRow, json, type Row, updateRows } from './rows.js';

/** The ledger has one row per version and recipient, and below it everything that was done for it. */
export const distributionProjectors: ProjectorsOf<DistributionEvent> = {
  versionDistributed: (context, event) => orderDeliveries(context, event),
  async deliveryRecorded(context, event) {
    const { version, participantId, status, channel, note, begunAt = null, rightEnded = false } = event;
    const sending = { begun_at: begunAt, right_ended: rightEnded };
    await changeDelivery(context, version, participantId, { status, channel, note }, {}, sending);
  },
  async versionSentAgain(context, { version, participantId, channel, attempt }) {
    await changeDelivery(
      context,
      version,
      participantId,
      { status: 'queued', channel, note: null },
      { attempt },
    );
  },
};

/** What was held back for want of a right is ordered once more when there is one. */
async function orderDeliveries(
  { manager, planId, seq, at }: EventContext,
  event: Extract<DistributionEvent, { type: 'versionDistributed' }>,
): Promise<void> {
  const orders = [planId, event.version, at, json(event.orders)];
  await manager.query(
    `INSERT INTO deliveries (
       plan_id, version, participant_id, channel, status, attempt, kinds, grant_ids, ordered_at, since
     )
     SELECT $1, $2, o."participantId", o.channel, 'queued', 1, o.kinds, o."grantIds", $3, $3
     FROM jsonb_to_recordset($4::jsonb) AS o (
       "participantId" text, channel text, kinds text[], "grantIds" text[]
     )
     ON CONFLICT (plan_id, version, participant_id) DO UPDATE
     SET (channel, status, attempt, kinds, grant_ids, since, note) =
       (EXCLUDED.channel, 'queued', deliveries.attempt + 1, EXCLUDED.kinds, EXCLUDED.grant_ids, EXCLUDED.since, NULL)`,
    orders,
  );
  await manager.query(
    `INSERT INTO delivery_events (plan_id, version, at, participant_id, channel, seq, status)
     SELECT $1, $2, $3, o."participantId", o.channel, $5, 'queued'
     FROM jsonb_to_recordset($4::jsonb) AS o ("participantId" text, channel text)`,
    [...orders, seq],
  );
}

async function changeDelivery(
  context: EventContext,
  version: number,
  participantId: string,
  step: Row,
  delivery: Row = {},
  sending: Row = {},
): Promise<void> {
  const key = { version, participant_id: participantId };
  await updateRows(context, 'deliveries', key, { ...step, ...delivery, since: context.at });
  await insertRow(context, 'delivery_events', {
    ...key,
    seq: context.seq,
    at: context.at,
    ...step,
    ...sending,
  });
}
