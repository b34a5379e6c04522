import type { Instant } from '../../domain/calendar/index.js';
import type { InformationKind } from '../../domain/consent/consent.types.js';
import { type Arrival, arrivalOf } from '../../domain/distribution/arrival.js';
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
  /** When the sending began whose outcome it is; null where that is not known. */
  readonly begunAt: Instant | null;
  /** Whether the right to it had ended by then: the sending had begun before. */
  readonly rightEnded: boolean;
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
    `SELECT version, participant_id AS "participantId", at, status, channel, note,
       begun_at AS "begunAt", right_ended AS "rightEnded"
     FROM delivery_events WHERE plan_id = $1 ORDER BY seq`,
    [planId],
  );
  return deliveries.map((delivery) => ({
    ...delivery,
    events: events
      .filter((event) => event.version === delivery.version && event.participantId === delivery.participantId)
      .map(({ version: _, participantId: __, ...event }) => event),
  }));
}

/** A delivery with how far it has come, for whoever asks what cannot be called back. */
export interface SentView extends DeliveryView {
  readonly arrival: Arrival | null;
}

/** What was sent to one participant, or is being sent at this moment. */
export async function sentTo(source: Queryable, planId: string, participantId: string): Promise<SentView[]> {
  const begun = await source.query<{ version: number }[]>(
    `SELECT DISTINCT version FROM notices
     WHERE plan_id = $1 AND kind = 'versionReady' AND recipient ->> 'participantId' = $2
       AND message_id IS NOT NULL AND status IN ('claimed', 'uncertain')`,
    [planId, participantId],
  );
  const deliveries = await deliveriesOf(source, planId);
  return deliveries
    .filter((one) => one.participantId === participantId)
    .map((one) => ({
      ...one,
      arrival: arrivalOf(
        one.status,
        begun.some(({ version }) => version === one.version),
      ),
    }));
}
