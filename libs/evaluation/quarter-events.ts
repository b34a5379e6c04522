import {
  type CountedPlan,
  MEASURED_DUTIES,
  type MeasuredDuty,
  type OrganisationPlace,
} from '../domain/evaluation/figures.types.js';
import type { Quarter } from '../domain/evaluation/quarter.js';
import type { EventLog } from '../persistence/event-log.js';
import type { Queryable } from '../persistence/queryable.js';

/** How many plans are read at once. */
const AT_ONCE = 1_000;

interface HappenedRow {
  readonly planId: string;
  readonly started: boolean;
  readonly ended: boolean;
  readonly days: Readonly<Partial<Record<MeasuredDuty, number>>> | null;
}

/**
 * The plans that were started or ended in a quarter by their events, each where its start put it; erased ones are left out.
 * @throws RecordDamaged if a start is not as it was written.
 */
export async function plansOfQuarter(
  source: Queryable,
  events: EventLog,
  { from, to }: Quarter,
): Promise<CountedPlan[]> {
  const rows = await source.query<HappenedRow[]>(
    `SELECT happened.*, (
       SELECT jsonb_object_agg(d.duty, extract(epoch FROM d.ended_at - d.began_at) / 86400) FROM duty_periods d
       WHERE d.plan_id = happened."planId" AND d.round = 1 AND d.duty = ANY ($3) AND d.ended_at < $2
     ) AS days
     FROM (
       SELECT e.plan_id AS "planId", bool_or(e.type = 'planStarted') AS started, bool_or(e.type = 'planEnded') AS ended
       FROM plan_events e JOIN plans p ON p.id = e.plan_id AND p.erased_at IS NULL
       WHERE e.type IN ('planStarted', 'planEnded') AND e.at >= $1 AND e.at < $2
       GROUP BY e.plan_id
     ) happened`,
    [from, to, MEASURED_DUTIES],
  );
  const plans: CountedPlan[] = [];
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const some = rows.slice(first, first + AT_ONCE);
    const starts = await events.starts(
      source,
      some.map(({ planId }) => planId),
    );
    for (const { planId, started, ended, days } of some) {
      const start = starts.get(planId);
      if (start === undefined) continue;
      const { organisationId, department, municipalityCode, cluster, courseType } = start;
      const groups = { department, municipality: municipalityCode, cluster, courseType };
      plans.push({ organisationId, groups, started, ended, days: days ?? {} });
    }
  }
  return plans;
}

/** Every organisation and which one it is below. */
export function organisationPlaces(source: Queryable): Promise<OrganisationPlace[]> {
  return source.query<OrganisationPlace[]>(
    'SELECT id AS "organisationId", parent_id AS "parentId" FROM organisations',
  );
}
