import type { DataSource } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import type { Bundle } from './begin-sending.js';
import type { NoticeRow } from './notice-row.js';
import { planStates, stateOf } from './plan-states.js';
import { personIdOf, reachableOf } from './recipients.js';
import { ALONE } from './told-meeting.js';

/**
 * Sorts claimed notices by the people they go to: the mails of each person, in their order. Calendar entries and
 * access links go alone, everything else in one mail.
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
  const reachable = await reachableOf(dataSource, states);
  const people = Map.groupBy(rows, (row) =>
    personIdOf(stateOf(states, row.planId), row.recipient, reachable, now),
  );
  return [...people].map(([personId, theirs]) => bundlesOf(personId, theirs));
}

function bundlesOf(personId: string | null, rows: readonly NoticeRow[]): Bundle[] {
  const alone = rows.filter(({ kind }) => ALONE.includes(kind));
  const together = rows.filter(({ kind }) => !ALONE.includes(kind));
  return [...alone.map((row) => [row]), together]
    .filter((bundle) => bundle.length > 0)
    .map((bundle) => ({ personId, rows: bundle }));
}
