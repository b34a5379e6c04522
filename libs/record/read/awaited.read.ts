import { isInstant, type Instant } from '../../domain/calendar/index.js';
import type { AwaitedFrom, AwaitedKind } from '../../domain/deadline/awaited.types.js';
import { InvalidCursor, type Page, pageOf, type PageRequest, placeOf, rowsToRead } from './page.js';
import type { Queryable } from '../../persistence/queryable.js';

export interface AwaitedView {
  readonly planId: string;
  readonly ref: string;
  readonly kind: AwaitedKind;
  readonly fromKind: AwaitedFrom['kind'];
  readonly participantId: string | null;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly since: Instant;
  readonly deadline: Instant;
}

const COLUMNS = `a.plan_id AS "planId", a.ref, a.kind, a.from_kind AS "fromKind",
  a.participant_id AS "participantId", a.person_id AS "personId", a.organisation_id AS "organisationId", a.since,
  a.deadline`;

/** What a plan waits for, the most urgent first. */
export async function awaitedOf(source: Queryable, planId: string): Promise<AwaitedView[]> {
  return source.query(
    `SELECT ${COLUMNS} FROM plan_awaited a WHERE a.plan_id = $1 ORDER BY a.deadline, a.ref`,
    [planId],
  );
}

/**
 * Everything that one person owes, over all plans, the most urgent first: for whoever stands in at this instant also what
 * the coordinator owes, for a team leader also what the leaders of these organisations owe. What is asked of a participant who may no longer know of the plan is for the gate to hide.
 * @throws InvalidCursor
 */
export async function awaitedOfPerson(
  source: Queryable,
  person: { personId: string; ledOrganisationIds: readonly string[]; at: Instant },
  request: PageRequest,
): Promise<Page<AwaitedView>> {
  const place = placeOf(request, ['string', 'string', 'string']);
  if (place !== null && !isInstant(place[0])) throw new InvalidCursor();
  const rows = await source.query<AwaitedView[]>(
    `SELECT ${COLUMNS}
     FROM plan_awaited a
     WHERE (
         a.person_id = $1
         OR (a.organisation_id = ANY ($2::uuid[]) AND a.from_kind IN ('teamLeader', 'organisation'))
         OR (a.plan_id = ANY ($7::uuid[]) AND a.from_kind = 'coordinator')
       )
       AND ($4::timestamptz IS NULL OR (a.deadline, a.plan_id::text, a.ref) > ($4, $5, $6))
     ORDER BY a.deadline, a.plan_id::text, a.ref
     LIMIT $3`,
    [
      person.personId,
      person.ledOrganisationIds,
      rowsToRead(request),
      place?.[0] ?? null,
      place?.[1] ?? null,
      place?.[2] ?? null,
      await deputisedPlans(source, person),
    ],
  );
  return pageOf(request, rows, ({ deadline, planId, ref }) => [deadline, planId, ref]);
}

/** The plans in which a person stands in for the coordinator at an instant. */
async function deputisedPlans(
  source: Queryable,
  { personId, at }: { personId: string; at: Instant },
): Promise<string[]> {
  const rows = await source.query<{ id: string }[]>(
    'SELECT id FROM plans WHERE deputy_person_id = $1 AND deputy_from <= $2 AND $2 < deputy_to',
    [personId, at],
  );
  return rows.map(({ id }) => id);
}
