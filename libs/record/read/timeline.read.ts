import type { Instant } from '../../domain/calendar/index.js';
import type { EventType } from '../../domain/plan/plan.types.js';
import { type Page, pageOf, type PageRequest, placeOf, type ReadSource, rowsToRead } from './page.js';
import { timelineSubject, type TimelineSubject } from './timeline-subject.js';

/** What happened, when and by whom, without what was written or said. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly type: EventType;
  readonly actorKind: 'person' | 'process';
  readonly actorPersonId: string | null;
  readonly subject: TimelineSubject;
}

type EventRow = Omit<TimelineEntry, 'subject'> & { readonly data: Readonly<Record<string, unknown>> };

/**
 * A plan's life, from its beginning.
 * @throws InvalidCursor
 */
export async function planTimeline(
  source: ReadSource,
  planId: string,
  request: PageRequest,
): Promise<Page<TimelineEntry>> {
  const afterSeq = placeOf(request, ['number'])?.[0] ?? 0;
  const rows = await source.query<EventRow[]>(
    `SELECT seq, at, type, actor_kind AS "actorKind", actor_person_id AS "actorPersonId", data
     FROM plan_events WHERE plan_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [planId, afterSeq, rowsToRead(request)],
  );
  const entries = rows.map(({ data, ...entry }) => ({
    ...entry,
    subject: timelineSubject(entry.type, data),
  }));
  return pageOf(request, entries, ({ seq }) => [seq]);
}
