import type { DataSource, EntityManager } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { Refusal } from '../contracts/refusal.js';
import type { Instant } from '../domain/calendar/index.js';
import type { FigureGrouping, OrganisationFigures, ToldFigures } from '../domain/evaluation/figures.types.js';
import { type Quarter, quarterOf } from '../domain/evaluation/quarter.js';
import { NOTHING_FIXED, toldQuarter } from '../domain/evaluation/told-quarter.rules.js';
import type { EventLog } from '../persistence/event-log.js';
import type { Viewer } from '../reading/viewer.js';
import { keepQuarter, keptQuarter, waitToFix } from './kept-quarters.js';
import { organisationPlaces, plansOfQuarter } from './quarter-events.js';

export interface FiguresParts {
  readonly database: DataSource;
  readonly events: EventLog;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/**
 * Figures for evaluation, about an organisation's plans and those of the organisations below it. They are the one reading
 * that goes round the walls, since whoever asks may see none of the plans; nothing of a single plan is told.
 */
export class FiguresReading {
  constructor(private readonly parts: FiguresParts) {}

  /**
   * What may be told of a quarter that is over: figures that still grow would tell by their difference of single people.
   * Whoever asks first fixes the quarter for every organisation; the same is told ever after.
   * @param name As `2027-Q1`.
   * @throws Refusal FIGURES.QUARTER_NOT_OVER; RecordDamaged if the start of a plan is not as it was written.
   */
  async quarter(
    { actor, operation, origin }: Viewer<'getFigures'>,
    name: string,
    by: FigureGrouping,
  ): Promise<ToldFigures> {
    const { database, audit, clock } = this.parts;
    const at = await clock.now();
    const quarter = quarterOf(name);
    if (quarter === null || quarter.toldFrom > at) throw new Refusal('FIGURES.QUARTER_NOT_OVER');
    const { organisationId, organisationRoles } = actor;
    return database.transaction(async (manager) => {
      const figures = await this.#fixed(manager, quarter, at, organisationId);
      const note = { at, actor, roles: organisationRoles, operation, planId: null, allowed: true, origin };
      await audit.add(manager, note);
      return figures?.[by] ?? NOTHING_FIXED;
    });
  }

  /** What the quarter was fixed with for an organisation, after fixing it if nobody has; null if it was not there then. */
  async #fixed(
    manager: EntityManager,
    quarter: Quarter,
    at: Instant,
    organisationId: string | null,
  ): Promise<OrganisationFigures | null> {
    const kept = await keptQuarter(manager, quarter.name, organisationId);
    if (kept.fixed) return kept.figures;
    await waitToFix(manager);
    const meanwhile = await keptQuarter(manager, quarter.name, organisationId);
    if (meanwhile.fixed) return meanwhile.figures;
    const plans = await plansOfQuarter(manager, this.parts.events, quarter);
    await keepQuarter(manager, quarter.name, at, toldQuarter(plans, await organisationPlaces(manager)));
    return (await keptQuarter(manager, quarter.name, organisationId)).figures;
  }
}
