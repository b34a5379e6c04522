import type { EntityManager } from 'typeorm';
import { disclosureWindows } from '../../domain/disclosure/disclosure-windows.js';
import type { PlanState } from '../../domain/plan/plan.types.js';
import { canonicalJson } from '../../persistence/snapshots/canonical-json.js';
import { hashOf } from '../../persistence/snapshots/snapshot-proof.js';
import { proofOf } from '../../persistence/snapshots/verified-rows.js';
import { json } from './rows.js';

/**
 * Brings the database's copy of the gate up to the plan's newest state, in the commit that changes it.
 * @param before Null writes it in any case: for a new plan, or one whose rows are made anew; so does a state of which is not
 *   proven which windows there were.
 */
export async function projectDisclosureWindows(
  manager: EntityManager,
  before: PlanState | null,
  after: PlanState,
): Promise<void> {
  const rows = windowRows(after);
  if (before !== null && proofOf(before)?.windows === hashOfRows(rows)) return;
  await manager.query('DELETE FROM disclosure_windows WHERE plan_id = $1', [after.planId]);
  await manager.query(
    `INSERT INTO disclosure_windows (
       plan_id, position, subject_kind, subject_id, participant_id, stands_for, organisation_id, kinds, valid_from, valid_to
     )
     SELECT $1, position, subject_kind, subject_id, participant_id, stands_for, organisation_id, kinds, valid_from, valid_to
     FROM jsonb_to_recordset($2::jsonb) AS now (
       position int, subject_kind text, subject_id uuid, participant_id text, stands_for text, organisation_id uuid, kinds text[],
       valid_from timestamptz, valid_to timestamptz
     )`,
    [after.planId, json(rows)],
  );
}

/** A hash over the windows that a state opens, in base64; its snapshot proves it. */
export function hashOfWindows(state: PlanState): string {
  return hashOfRows(windowRows(state));
}

/** The same over rows as they stand, in the order of their positions and without their plan. */
export function hashOfRows(rows: readonly object[]): string {
  return hashOf(rows.map((row) => mapValues(row as Record<string, unknown>)));
}

/** One moment is written in one way. */
function mapValues(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : value,
    ]),
  );
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/**
 * The rows of the windows that a state opens, without their plan, in an order that follows from the windows alone: that of a
 * state's fields the database does not keep.
 */
export function windowRows(state: PlanState): object[] {
  return disclosureWindows(state)
    .map(({ subject, participantId, standing, kinds, from, to }) => ({
      subject_kind: subject.kind,
      subject_id: subject.kind === 'person' ? subject.personId : subject.organisationId,
      participant_id: participantId,
      stands_for: standing.for,
      organisation_id: standing.organisationId,
      kinds,
      valid_from: from,
      valid_to: to,
    }))
    .map((row) => ({ row, text: canonicalJson(row) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ row }, position) => ({ position, ...row }));
}
