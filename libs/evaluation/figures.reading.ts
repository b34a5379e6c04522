import type { DataSource } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { Refusal } from '../contracts/refusal.js';
import {
  type CountedPlans,
  type DutyDays,
  type FigureGrouping,
  MEASURED_DUTIES,
  type MeasuredDays,
  type MeasuredDuty,
  type ToldFigures,
} from '../domain/evaluation/figures.types.js';
import { quarterOf } from '../domain/evaluation/quarter.js';
import { toldFigures } from '../domain/evaluation/small-numbers.rules.js';
import type { Viewer } from '../reading/viewer.js';

/** The column of each grouping. */
const COLUMNS: Readonly<Record<FigureGrouping, string>> = {
  department: 'department',
  municipality: 'municipality_code',
  cluster: 'cluster',
  courseType: 'course_type',
};

/** Plans of an organisation and of those below it; erased ones are in no figures. */
const PLANS_BELOW = `WITH RECURSIVE below AS (
    SELECT id FROM organisations WHERE id = $1
    UNION SELECT o.id FROM organisations o JOIN below ON o.parent_id = below.id
  ), counted AS (
    SELECT p.id, p.started_at, p.ended_at, p.department, p.municipality_code, p.cluster, p.course_type, p.{column} AS name
    FROM plans p
    WHERE p.organisation_id IN (SELECT id FROM below) AND p.erased_at IS NULL
  )`;

interface DaysRow extends MeasuredDays {
  readonly name: string;
  readonly duty: MeasuredDuty;
}

export interface FiguresParts {
  readonly database: DataSource;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/**
 * Figures for evaluation, about an organisation's plans and those of the organisations below it. They are the one reading
 * that goes round the walls, since whoever asks may see none of the plans; no row leaves the database, only counts do.
 */
export class FiguresReading {
  constructor(private readonly parts: FiguresParts) {}

  /**
   * What may be told of a quarter that is over: figures that still grow would tell by their difference of single people.
   * @param quarter As `2027-Q1`.
   * @throws Refusal FIGURES.QUARTER_NOT_OVER
   */
  async quarter(
    { actor, operation, origin }: Viewer<'getFigures'>,
    quarter: string,
    by: FigureGrouping,
  ): Promise<ToldFigures> {
    const { database, audit, clock } = this.parts;
    const at = await clock.now();
    const period = quarterOf(quarter);
    if (period === null || period.to > at) throw new Refusal('FIGURES.QUARTER_NOT_OVER');
    const { organisationId, organisationRoles } = actor;
    return database.transaction('REPEATABLE READ', async (source) => {
      const given = [organisationId, period.from, period.to];
      const plans = PLANS_BELOW.replace('{column}', COLUMNS[by]);
      const counted = await source.query<CountedPlans[]>(
        `${plans} SELECT jsonb_build_object('department', department, 'municipality', municipality_code,
             'cluster', cluster, 'courseType', course_type) AS groups,
           count(*) FILTER (WHERE started_at >= $2 AND started_at < $3)::int AS started,
           count(*) FILTER (WHERE ended_at >= $2 AND ended_at < $3)::int AS ended
         FROM counted GROUP BY department, municipality_code, cluster, course_type, name ORDER BY name`,
        given,
      );
      const days = await source.query<DaysRow[]>(
        `${plans} SELECT name, d.duty, count(*)::int AS plans,
           round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.ended_at - d.began_at) / 86400))::int AS days
         FROM counted JOIN duty_periods d ON d.plan_id = counted.id AND d.round = 1 AND d.duty = ANY ($4)
         WHERE started_at >= $2 AND started_at < $3 AND d.ended_at < $3
         GROUP BY name, d.duty`,
        [...given, MEASURED_DUTIES],
      );
      await audit.add(source, {
        at,
        actor,
        roles: organisationRoles,
        operation,
        planId: null,
        allowed: true,
        origin,
      });
      return toldFigures(counted, by, byGroup(days));
    });
  }
}

function byGroup(rows: readonly DaysRow[]): Map<string, DutyDays> {
  return new Map(
    [...Map.groupBy(rows, ({ name }) => name)].map(([name, own]) => [
      name,
      Object.fromEntries(own.map(({ duty, days, plans }) => [duty, { days, plans }])),
    ]),
  );
}
