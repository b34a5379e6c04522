import type { EntityManager } from 'typeorm';
import type { Actor } from '../domain/plan/actor.js';

/**
 * Whether the register knew a private person by their number or sign-in before, by others than who puts them into a plan or
 * coordinates it: the plan's people then show of them what they wrote themselves. Whoever works in an organisation is no
 * secret, and of whom the audit has no registration it is not known who could be asked.
 */
export async function isKnownElsewhere(
  manager: EntityManager,
  planId: string,
  personId: string,
  actor: Actor,
): Promise<boolean> {
  const rows = await manager.query<{ elsewhere: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM people p WHERE p.id = $1 AND p.organisation_id IS NULL AND cardinality(p.organisation_roles) = 0
         AND (p.subject IS NOT NULL OR EXISTS (SELECT FROM citizens c WHERE c.person_id = p.id))
     ) AND EXISTS (${REGISTRATIONS}) AND NOT EXISTS (
       ${REGISTRATIONS} AND (
         e.person_id = $3 OR e.person_id = (SELECT coordinator_person_id FROM plans WHERE id = $2)
         OR EXISTS (SELECT FROM coordinator_periods c WHERE c.plan_id = $2 AND c.person_id = e.person_id)
       )
     ) AS elsewhere`,
    [personId, planId, actor.kind === 'person' ? actor.personId : null],
  );
  return rows[0]?.elsewhere === true;
}

const REGISTRATIONS = `SELECT FROM audit_entries e
  WHERE e.subject_person_id = $1 AND e.operation IN ('registerCitizen', 'registerPerson') AND e.allowed`;
