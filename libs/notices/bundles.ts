import type { DataSource } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import type { Bundle } from './begin-sending.js';
import type { NoticeRow } from './notice-row.js';
import { planStates, stateOf } from './plan-states.js';
import { leadersOf, personIdOf } from './recipients.js';
import { CALENDAR_KINDS } from './told-meeting.js';

/**
 * Sorts claimed notices by the people they go to: the mails of each person, in their order. Calendar entries go alone,
 * everything else in one mail.
 */
export async function bundled(
  dataSource: DataSource,
  rows: readonly NoticeRow[],
  now: Instant,
): Promise<Bundle[][]> {
  const states = await planStates(
    dataSource,
    rows.map(({ planId }) => planId),
  );
  const leaders = await leadersOf(dataSource, states);
  const people = Map.groupBy(rows, (row) =>
    personIdOf(stateOf(states, row.planId), row.recipient, leaders, now),
  );
  return [...people].map(([personId, theirs]) => bundlesOf(personId, theirs));
}

function bundlesOf(personId: string | null, rows: readonly NoticeRow[]): Bundle[] {
  const alone = rows.filter(({ kind }) => CALENDAR_KINDS.includes(kind));
  const together = rows.filter(({ kind }) => !CALENDAR_KINDS.includes(kind));
  return [...alone.map((row) => [row]), together]
    .filter((bundle) => bundle.length > 0)
    .map((bundle) => ({ personId, rows: bundle }));
}
