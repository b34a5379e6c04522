import type { Origin } from '../../audit/audit-entry.types.js';
import { Refusal } from '../../contracts/refusal.js';
import type { Instant } from '../../domain/calendar/index.js';
import type { Actor } from '../../domain/plan/actor.js';
import { DomainError } from '../../domain/plan/errors.js';
import type { PlanState } from '../../domain/plan/plan.types.js';
import type { PlanRole } from '../../domain/plan/rights.js';
import type { PersonActor } from '../../identity/actor-of-token.js';
import type { Queryable } from '../../persistence/queryable.js';
import { documentWithContent } from '../../record/read/documents.read.js';
import type { ReaderParts } from '../plan-reader.js';
import type { PlanSight } from '../plan-sight.js';
import { visibleDocuments } from '../visible-parts.js';
import type { OpenedCitizenData, PersonData, PlanData } from './citizen-data.types.js';
import { personData } from './person-part.js';
import { planData } from './plan-part.js';

/** Who asks for somebody's data. */
export interface DataRequest {
  /** Whose data. */
  readonly personId: string;
  /** As whom it is read: the person, or who holds custody of the person. */
  readonly reader: PersonActor;
  /** Who asked, for the audit: the reader, or an operator for a request on paper. */
  readonly askedBy: Actor;
  readonly origin: Origin;
}

/** Roles in a plan with which somebody may have the citizen's data. */
const ENTITLED: readonly PlanRole[] = ['citizen', 'custodyHolder'];

const OPERATION = 'getCitizenData';

/**
 * Everything that is kept about somebody, for the person and for who holds custody of a child (GDPR articles 15 and 20;
 * databeskyttelsesloven § 22). Each part is read behind the walls at one moment, and is on the audit before it is handed
 * over: the request with whom it is about, and each plan in the plan's own chain.
 */
export class CitizenDataReading {
  constructor(private readonly parts: ReaderParts) {}

  /** @throws Refusal PERSON.NOT_FOUND for somebody whose data the reader may not have, as if there were no such person. */
  async open(request: DataRequest): Promise<OpenedCitizenData> {
    const { reads, clock } = this.parts;
    const at = await clock.now();
    const found = await reads.as({ actor: request.reader, operation: OPERATION }, at, (source) =>
      this.beginning(source, request, at),
    );
    await this.note(request, at, found?.planIds ?? null);
    if (found === null) throw new Refusal('PERSON.NOT_FOUND');
    const { planIds, ...person } = found;
    return {
      ...person,
      preparedAt: at,
      plans: () => this.plans(request, planIds),
      document: (planId, documentId) => this.document(request, planId, documentId),
    };
  }

  /** Null for somebody whose data the reader may not have. */
  private async beginning(
    source: Queryable,
    { personId, reader }: DataRequest,
    at: Instant,
  ): Promise<(PersonData & { planIds: string[] }) | null> {
    const plans = await source.query<{ id: string; state: PlanState }[]>(
      'SELECT id, state FROM plans WHERE citizen_person_id = $1 ORDER BY started_at, id',
      [personId],
    );
    const planIds = plans
      .filter(({ state }) => this.entitledSight(state, reader, at) !== null)
      .map(({ id }) => id);
    if (reader.personId !== personId && planIds.length === 0) return null;
    return { ...(await personData(source, this.parts.vault, personId)), planIds };
  }

  private async *plans(request: DataRequest, planIds: readonly string[]): AsyncGenerator<PlanData> {
    for (const planId of planIds) {
      const plan = await this.plan(request, planId);
      if (plan !== null) yield plan;
    }
  }

  /** Null for a plan that the reader may not have any more. */
  private async plan(request: DataRequest, planId: string): Promise<PlanData | null> {
    const { audit, database, vault } = this.parts;
    const { askedBy, origin } = request;
    const found = await this.withSight(request, planId, async (source, sight) => ({
      at: sight.at,
      roles: sight.roles,
      data: await planData(source, sight, vault),
      disclosed: sight.disclosed,
    }));
    if (found === null) return null;
    const { at, roles, disclosed, data } = found;
    const note = { at, actor: askedBy, roles, operation: OPERATION, planId, disclosed, origin };
    await audit.add(database, { ...note, allowed: true });
    return data;
  }

  private document(request: DataRequest, planId: string, documentId: string): Promise<Buffer | null> {
    return this.withSight(request, planId, async (source, sight) => {
      const document = await documentWithContent(source, this.parts.vault.keys, planId, documentId);
      const visible = document !== null && visibleDocuments(sight, [document]).length > 0;
      return visible ? document.content : null;
    });
  }

  private async withSight<T>(
    { reader }: DataRequest,
    planId: string,
    read: (source: Queryable, sight: PlanSight) => Promise<T | null>,
  ): Promise<T | null> {
    const { reads, clock } = this.parts;
    const at = await clock.now();
    return reads.as({ actor: reader, operation: OPERATION }, at, async (source) => {
      const rows = await source.query<{ state: PlanState }[]>('SELECT id, state FROM plans WHERE id = $1', [
        planId,
      ]);
      const [row] = rows;
      const sight = row === undefined ? null : this.entitledSight(row.state, reader, at);
      return sight === null ? null : read(source, sight);
    });
  }

  private entitledSight(state: PlanState, reader: PersonActor, at: Instant): PlanSight | null {
    try {
      const sight = this.parts.sightOf(state, reader, at);
      return ENTITLED.some((role) => sight.roles.includes(role)) ? sight : null;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'PLAN.NOT_FOUND') return null;
      throw error;
    }
  }

  private async note(
    { personId, reader, askedBy, origin }: DataRequest,
    at: Instant,
    planIds: readonly string[] | null,
  ): Promise<void> {
    await this.parts.audit.add(this.parts.database, {
      at,
      actor: askedBy,
      roles: reader.personId === personId ? ['self'] : ['custodyHolder'],
      operation: OPERATION,
      planId: null,
      subjectPersonId: personId,
      listed: planIds ?? [],
      allowed: planIds !== null,
      ...(planIds === null ? { refusal: 'PERSON.NOT_FOUND' } : {}),
      origin,
    });
  }
}
