import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type { Duty } from '../../domain/deadline/awaited.types.js';
import type { HoldReason, PlanState } from '../../domain/plan/plan.types.js';
import type { WaitState } from '../../domain/plan/wait-state.types.js';
import type { MasterDataEntity } from '../../persistence/entities/master-data.entity.js';
import type { Queryable } from '../../persistence/queryable.js';

/** Who the citizen is. */
export interface CitizenData {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate;
  readonly deceased: boolean;
  readonly protectedIdentity: boolean;
}

/** A plan's snapshot and wait state, with what only the record has. */
export interface PlanSnapshot {
  readonly planId: string;
  readonly seq: number;
  readonly state: PlanState;
  readonly waitState: WaitState;
  readonly holdReason: HoldReason | null;
  readonly endNote: string | null;
  readonly organisationName: string;
  /** Null for readers from whom the walls keep it. */
  readonly masterData: MasterDataEntity | null;
  readonly citizen: CitizenData | null;
}

export interface DutyPeriodView {
  readonly duty: Duty;
  readonly round: number;
  readonly beganAt: Instant;
  readonly endedAt: Instant | null;
}

type SnapshotRow = Omit<PlanSnapshot, 'citizen'> &
  (CitizenData | { readonly [field in keyof CitizenData]: null });

/** A plan as it is now; null if there is none with this id. */
export async function planSnapshot(source: Queryable, planId: string): Promise<PlanSnapshot | null> {
  const rows = await source.query<SnapshotRow[]>(
    `SELECT p.id AS "planId", p.seq, p.state, p.wait_state AS "waitState", hold.note AS "holdReason",
       ending.note AS "endNote", o.name AS "organisationName", pe.id AS "personId", pe.given_name AS "givenName",
       pe.family_name AS "familyName", c.birth_date AS "birthDate", pe.deceased_at IS NOT NULL AS deceased,
       pe.protected_identity AS "protectedIdentity",
       CASE WHEN m.plan_id IS NOT NULL THEN jsonb_build_object(
         'planId', m.plan_id, 'citizenPersonId', m.citizen_person_id, 'coordinatorPersonId', m.coordinator_person_id,
         'courseType', m.course_type, 'cluster', m.cluster, 'municipalityCode', m.municipality_code,
         'department', m.department, 'grounds', m.grounds
       ) END AS "masterData"
     FROM plans p
     JOIN organisations o ON o.id = p.organisation_id
     LEFT JOIN master_data m ON m.plan_id = p.id
     LEFT JOIN citizens c ON c.person_id = p.citizen_person_id
     LEFT JOIN people pe ON pe.id = c.person_id
     LEFT JOIN coordination_notes hold ON hold.plan_id = p.id AND hold.concern = 'hold'
     LEFT JOIN coordination_notes ending ON ending.plan_id = p.id AND ending.concern = 'end'
     WHERE p.id = $1`,
    [planId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { personId, givenName, familyName, birthDate, deceased, protectedIdentity, ...plan } = row;
  const citizen =
    personId === null ? null : { personId, givenName, familyName, birthDate, deceased, protectedIdentity };
  return { ...plan, citizen };
}

/** The states of these plans, for asking the gate for disclosure about a page of them. */
export async function planStates(source: Queryable, planIds: readonly string[]): Promise<PlanState[]> {
  const rows = await source.query<{ state: PlanState }[]>('SELECT id, state FROM plans WHERE id = ANY ($1)', [
    planIds,
  ]);
  return rows.map(({ state }) => state);
}

/** Beginning and end of each duty, in their order. */
export async function dutyPeriodsOf(source: Queryable, planId: string): Promise<DutyPeriodView[]> {
  return source.query(
    `SELECT duty, round, began_at AS "beganAt", ended_at AS "endedAt"
     FROM duty_periods WHERE plan_id = $1 ORDER BY began_at, duty, round`,
    [planId],
  );
}
