import type { Clock } from '../clock/clock.js';
import type { Queryable } from '../persistence/queryable.js';

/**
 * Whether somebody knew of a plan before, so that they can be told that it is closed to them now: by what was opened to
 * them, or by a read that the audit has. Who never knew is not told that there is such a plan.
 */
const KNEW = `SELECT
  EXISTS (SELECT FROM plans WHERE id = $1 AND erased_at IS NULL) AND (
    EXISTS (
      SELECT FROM participants p JOIN consent_grants g USING (plan_id, participant_id)
      WHERE p.plan_id = $1 AND p.person_id = $2 AND g.purpose = 'coordination' AND g.confirm_by IS NULL AND g.valid_from <= $3
    ) OR EXISTS (
      SELECT FROM participants p JOIN statutory_bases b USING (plan_id, participant_id)
      WHERE p.plan_id = $1 AND p.person_id = $2 AND b.valid_from <= $3
    )
    OR EXISTS (SELECT FROM coordinator_periods WHERE plan_id = $1 AND person_id = $2)
    OR EXISTS (SELECT FROM audit_entries WHERE plan_id = $1 AND person_id = $2 AND allowed)
  ) AS knew`;

/** Tells whether a plan that somebody may not know of any more was known to them. Nothing of the plan is read. */
export class FormerAccessReading {
  /** @param database In the record's role: the walls hide what this is about. */
  constructor(
    private readonly database: Queryable,
    private readonly clock: Clock,
  ) {}

  async knew(personId: string, planId: string): Promise<boolean> {
    const at = await this.clock.now();
    const rows = await this.database.query<{ knew: boolean }[]>(KNEW, [planId, personId, at]);
    return rows[0]?.knew === true;
  }
}
