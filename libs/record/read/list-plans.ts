import { isInstant, type Instant } from '../../domain/calendar/index.js';
import type { AwaitedKind, StepName } from '../../domain/deadline/awaited.types.js';
import type { CourseType, EndReason, Phase } from '../../domain/plan/plan.types.js';
import type { WaitingOn } from '../../domain/plan/wait-state.types.js';
import { InvalidCursor, type Page, pageOf, type PageRequest, placeOf, rowsToRead } from './page.js';
import type { Queryable } from '../../persistence/queryable.js';

/** Which plans are looked for; what is left out does not matter. */
export interface PlanFilter {
  readonly phase?: Phase;
  readonly coordinatorPersonId?: string;
  readonly organisationId?: string;
  /** Plans that wait for this. Together with the next three: one and the same thing that is awaited. */
  readonly waitsFor?: AwaitedKind;
  readonly waitsOnOrganisationId?: string;
  readonly waitsOnPersonId?: string;
  /** Plans in which something is past its deadline at this instant. */
  readonly overdueAt?: Instant;
  /** Plans whose next step is due before this instant. */
  readonly dueBefore?: Instant;
  readonly open?: boolean;
  readonly visibleTo: PlanViewer | 'all';
}

/** Who looks, and when. */
export interface PlanViewer {
  readonly personId: string;
  /** The organisations whose plans the person leads; none for anybody but a team leader. */
  readonly organisationIds: readonly string[];
  readonly at: Instant;
}

/** How the viewer comes to see a plan. */
export type SeenAs = 'all' | 'coordinator' | 'deputy' | 'successor' | 'organisation' | 'participant';

export interface PlanListItem {
  readonly planId: string;
  readonly number: string;
  readonly seq: number;
  readonly seenAs: SeenAs;
  /** Master data are null for readers from whom the walls keep them. */
  readonly citizenPersonId: string | null;
  readonly phase: Phase;
  readonly courseType: CourseType | null;
  readonly cluster: string | null;
  readonly municipalityCode: string | null;
  readonly department: string | null;
  readonly organisationId: string;
  readonly coordinatorPersonId: string | null;
  readonly waitingFor: readonly AwaitedKind[];
  readonly waitingOn: readonly WaitingOn[];
  readonly overdueFor: readonly AwaitedKind[];
  readonly overdueSince: Instant | null;
  readonly nextStep: StepName | null;
  readonly nextAt: Instant | null;
  readonly problem: string | null;
  readonly summary: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endReason: EndReason | null;
}

/**
 * Plans, newest first. Each way of seeing a plan is a branch with its own index and limit; the outer query merges
 * their beginnings, so the cost depends on the page and not on the number of plans. What decides whether a plan is
 * shown stands in the branches, so that neither the length of a page nor its cursor tells of another one: participants
 * find the plans of which they may know, and by how a plan goes (`asksHow`) nobody finds more than those that they lead.
 * @throws InvalidCursor
 */
export async function listPlans(
  source: Queryable,
  filter: PlanFilter,
  request: PageRequest,
): Promise<Page<PlanListItem>> {
  const { sql, parameters } = listPlansQuery(filter, request);
  const rows = await source.query<PlanListItem[]>(sql, parameters);
  return pageOf(request, rows, ({ startedAt, planId }) => [startedAt, planId]);
}

function listPlansQuery(filter: PlanFilter, request: PageRequest): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = [...conditionsOf(filter, bind), ...afterPlace(request, bind)];
  const limit = bind(rowsToRead(request));
  const branches = branchesOf(filter, bind).map(
    ({ seenAs, condition }, rank) =>
      `(SELECT p.id, p.started_at, ${rank} AS rank, '${seenAs}' AS seen_as FROM plans p
        ${where([...condition, ...conditions])}
        ORDER BY p.started_at DESC, p.id DESC LIMIT ${limit})`,
  );
  const sql = `
    SELECT p.id AS "planId", p.number, p.seq, found.seen_as AS "seenAs", m.citizen_person_id AS "citizenPersonId",
      p.phase, m.course_type AS "courseType", m.cluster, m.municipality_code AS "municipalityCode", m.department,
      p.organisation_id AS "organisationId", m.coordinator_person_id AS "coordinatorPersonId",
      p.wait_state -> 'waitingFor' AS "waitingFor", p.wait_state -> 'waitingOn' AS "waitingOn",
      p.wait_state -> 'overdueFor' AS "overdueFor", p.overdue_since AS "overdueSince", p.next_step AS "nextStep",
      p.next_at AS "nextAt", p.problem, p.wait_state ->> 'summary' AS "summary", p.started_at AS "startedAt",
      p.ended_at AS "endedAt", p.end_reason AS "endReason"
    FROM (
      SELECT DISTINCT ON (started_at, id) id, seen_as FROM (${branches.join('\n      UNION ALL ')}) AS branches
      ORDER BY started_at DESC, id DESC, rank LIMIT ${limit}
    ) AS found
    JOIN plans p ON p.id = found.id
    LEFT JOIN master_data m ON m.plan_id = p.id
    ORDER BY p.started_at DESC, p.id DESC`;
  return { sql, parameters };
}

type Bind = (value: unknown) => string;

/** Whether a filter asks what only those see who lead a plan or whose plan it is. */
function asksHow(filter: PlanFilter): boolean {
  const { phase, coordinatorPersonId, waitsFor, waitsOnOrganisationId, waitsOnPersonId } = filter;
  const { overdueAt, dueBefore } = filter;
  const asked = [phase, coordinatorPersonId, waitsFor, waitsOnOrganisationId, waitsOnPersonId, overdueAt];
  return [...asked, dueBefore].some((one) => one !== undefined);
}

interface Branch {
  readonly seenAs: SeenAs;
  readonly condition: readonly string[];
}

function branchesOf(filter: PlanFilter, bind: Bind): Branch[] {
  const { visibleTo } = filter;
  if (visibleTo === 'all') return [{ seenAs: 'all', condition: [] }];
  const person = bind(visibleTo.personId);
  const at = bind(visibleTo.at);
  const leading: Branch[] = [
    { seenAs: 'coordinator', condition: [`p.coordinator_person_id = ${person}`] },
    {
      seenAs: 'deputy',
      condition: [`p.deputy_person_id = ${person}`, `p.deputy_from <= ${at}`, `${at} < p.deputy_to`],
    },
  ];
  const ofOrganisations: Branch[] =
    visibleTo.organisationIds.length === 0
      ? []
      : [
          {
            seenAs: 'organisation',
            condition: [`p.organisation_id = ANY (${bind(visibleTo.organisationIds)})`],
          },
        ];
  if (asksHow(filter)) return [...leading, ...ofOrganisations, participant(person, at, ["'everything'"])];
  const successor: Branch = {
    seenAs: 'successor',
    condition: [
      `p.id IN (SELECT plan_id FROM plan_awaited WHERE person_id = ${person} AND from_kind = 'successor')`,
    ],
  };
  return [...leading, successor, ...ofOrganisations, participant(person, at)];
}

/**
 * The plans that are open to somebody as a participant, by the windows that the gate has written.
 * @param kinds At least one of these kinds of window; of any kind if left out.
 */
function participant(person: string, at: string, kinds: readonly string[] = []): Branch {
  const window = [
    `w.subject_kind = 'person' AND w.subject_id = ${person} AND w.participant_id IS NOT NULL`,
    `(w.valid_from IS NULL OR w.valid_from <= ${at}) AND (w.valid_to IS NULL OR ${at} < w.valid_to)`,
    ...(kinds.length === 0 ? [] : [`w.kinds && ARRAY[${kinds.join(', ')}]`]),
  ];
  return {
    seenAs: 'participant',
    condition: [`p.id IN (SELECT w.plan_id FROM disclosure_windows w ${where(window)})`],
  };
}

function conditionsOf(filter: PlanFilter, bind: Bind): string[] {
  const conditions: string[] = [];
  if (filter.phase !== undefined) conditions.push(`p.phase = ${bind(filter.phase)}`);
  if (filter.coordinatorPersonId !== undefined) {
    conditions.push(`p.coordinator_person_id = ${bind(filter.coordinatorPersonId)}`);
  }
  if (filter.organisationId !== undefined)
    conditions.push(`p.organisation_id = ${bind(filter.organisationId)}`);
  if (filter.dueBefore !== undefined) conditions.push(`p.next_at < ${bind(filter.dueBefore)}`);
  if (filter.open !== undefined) conditions.push(`p.ended_at IS ${filter.open ? '' : 'NOT '}NULL`);
  const awaited = awaitedConditions(filter, bind);
  if (awaited.length > 0) {
    conditions.push(`EXISTS (SELECT 1 FROM plan_awaited a ${where(['a.plan_id = p.id', ...awaited])})`);
  }
  return conditions;
}

function awaitedConditions(filter: PlanFilter, bind: Bind): string[] {
  const conditions: string[] = [];
  if (filter.waitsFor !== undefined) conditions.push(`a.kind = ${bind(filter.waitsFor)}`);
  if (filter.waitsOnOrganisationId !== undefined) {
    conditions.push(`a.organisation_id = ${bind(filter.waitsOnOrganisationId)}`);
  }
  if (filter.waitsOnPersonId !== undefined) conditions.push(`a.person_id = ${bind(filter.waitsOnPersonId)}`);
  if (filter.overdueAt !== undefined) {
    conditions.push(`a.deadline < ${bind(filter.overdueAt)}`);
  }
  return conditions;
}

function afterPlace(request: PageRequest, bind: Bind): string[] {
  const place = placeOf(request, ['string', 'string']);
  if (place === null) return [];
  const [startedAt, planId] = place;
  if (!isInstant(startedAt) || !UUID.test(String(planId))) throw new InvalidCursor();
  return [`(p.started_at, p.id) < (${bind(startedAt)}, ${bind(planId)})`];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}
