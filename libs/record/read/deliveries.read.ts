import type { Instant } from '../../domain/calendar/index.js';
import type { InformationKind } from '../../domain/consent/consent.types.js';
import type { DeliveryStatus } from '../../domain/distribution/distribution.types.js';
import type { Channel } from '../../domain/participants/participant.types.js';
import type { Queryable } from '../../persistence/queryable.js';

interface DeliveryRow {
  readonly version: number;
  readonly participantId: string;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  readonly attempt: number;
  readonly kinds: readonly InformationKind[];
  readonly grantIds: readonly string[];
  readonly orderedAt: Instant;
  readonly since: Instant;
  readonly note: string | null;
}

export interface DeliveryEventView {
  readonly at: Instant;
  readonly status: DeliveryStatus;
  readonly channel: Channel;
  readonly note: string | null;
}

/** One recipient's delivery of one version, with its steps, oldest first. */
export interface DeliveryView extends DeliveryRow {
  readonly events: readonly DeliveryEventView[];
}

/** The ledger: which version went to whom, under which consents, how far it came; newest version first. */
export async function deliveriesOf(source: Queryable, planId: string): Promise<DeliveryView[]> {
  const deliveries = await source.query<DeliveryRow[]>(
    `SELECT version, participant_id AS "participantId", channel, status, attempt, kinds, grant_ids AS "grantIds",
       ordered_at AS "orderedAt", since, note
     FROM deliveries WHERE plan_id = $1 ORDER BY version DESC, participant_id`,
    [planId],
  );
  const events = await source.query<(DeliveryEventView & { version: number; participantId: string })[]>(
    `SELECT version, participant_id AS "participantId", at, status, channel, note
     FROM delivery_events WHERE plan_id = $1 ORDER BY seq`,
    [planId],
  );
  return deliveries.map((delivery) => ({
    ...delivery,
    events: events
      .filter((event) => event.version === delivery.version && event.participantId === delivery.participantId)
      .map(({ at, status, channel, note }) => ({ at, status, channel, note })),
  }));
}
