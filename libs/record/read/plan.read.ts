import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type { Duty } from '../../domain/deadline/awaited.types.js';
import type { HoldReason, PlanState } from '../../domain/plan/plan.types.js';
import type { WaitState } from '../../domain/plan/wait-state.types.js';
import type { ReadSource } from './page.js';

/** A plan's snapshot and wait state, with what only the record has. */
export interface PlanSnapshot {
  readonly planId: string;
  readonly seq: number;
  readonly state: PlanState;
  readonly waitState: WaitState;
  readonly holdReason: HoldReason | null;
  readonly endNote: string | null;
  readonly organisationName: string;
  readonly citizen: {
    readonly personId: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly birthDate: LocalDate;
    readonly deceased: boolean;
    readonly protectedIdentity: boolean;
  };
}

export interface DutyPeriodView {
  readonly duty: Duty;
  readonly round: number;
  readonly beganAt: Instant;
  readonly endedAt: Instant | null;
}

type SnapshotRow = Omit<PlanSnapshot, 'citizen'> & PlanSnapshot['citizen'];

/** A plan as it is now; null if there is none with this id. */
export async function planSnapshot(source: ReadSource, planId: string): Promise<PlanSnapshot | null> {
  const rows = await source.query<SnapshotRow[]>(
    `SELECT p.id AS "planId", p.seq, p.state, p.wait_state AS "waitState", p.hold_reason AS "holdReason",
       p.end_note AS "endNote", o.name AS "organisationName", pe.id AS "personId", pe.given_name AS "givenName",
       pe.family_name AS "familyName", c.birth_date AS "birthDate", c.deceased,
       pe.protected_identity AS "protectedIdentity"
     FROM plans p
     JOIN organisations o ON o.id = p.organisation_id
     JOIN citizens c ON c.person_id = p.citizen_person_id
     JOIN people pe ON pe.id = c.person_id
     WHERE p.id = $1`,
    [planId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { personId, givenName, familyName, birthDate, deceased, protectedIdentity, ...plan } = row;
  return { ...plan, citizen: { personId, givenName, familyName, birthDate, deceased, protectedIdentity } };
}

/** The states of these plans, for asking the gate for disclosure about a page of them. */
export async function planStates(source: ReadSource, planIds: readonly string[]): Promise<PlanState[]> {
  const rows = await source.query<{ state: PlanState }[]>('SELECT state FROM plans WHERE id = ANY ($1)', [
    planIds,
  ]);
  return rows.map(({ state }) => state);
}

/** Beginning and end of each duty, in their order. */
export async function dutyPeriodsOf(source: ReadSource, planId: string): Promise<DutyPeriodView[]> {
  return source.query(
    `SELECT duty, round, began_at AS "beganAt", ended_at AS "endedAt"
     FROM duty_periods WHERE plan_id = $1 ORDER BY began_at, duty, round`,
    [planId],
  );
}
