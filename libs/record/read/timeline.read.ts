import type { Instant } from '../../domain/calendar/index.js';
import type { EventType } from '../../domain/plan/plan.types.js';
import { type Page, pageOf, type PageRequest, placeOf, rowsToRead } from './page.js';
import { timelineSubject, type TimelineSubject } from './timeline-subject.js';
import type { EventLog } from '../../persistence/event-log.js';
import type { Queryable } from '../../persistence/queryable.js';

/** What happened, when and by whom, without what was written or said. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly type: EventType;
  readonly actorKind: 'person' | 'process';
  readonly actorPersonId: string | null;
  readonly subject: TimelineSubject;
}

/**
 * A plan's life, from its beginning.
 * @throws InvalidCursor
 */
export async function planTimeline(
  source: Queryable,
  events: EventLog,
  planId: string,
  request: PageRequest,
): Promise<Page<TimelineEntry>> {
  const afterSeq = placeOf(request, ['number'])?.[0] ?? 0;
  const recorded = await events.read(source, planId, {
    afterSeq: Number(afterSeq),
    limit: rowsToRead(request),
  });
  const entries = recorded.map(({ event: { type, ...data }, seq, at, actorKind, actorPersonId }) => ({
    seq,
    at,
    type,
    actorKind,
    actorPersonId,
    subject: timelineSubject(type, data),
  }));
  return pageOf(request, entries, ({ seq }) => [seq]);
}
