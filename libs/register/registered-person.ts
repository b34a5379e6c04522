import type { Channel } from '../domain/participants/participant.types.js';
import type { OrganisationRole } from '../domain/plan/actor.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import type { PersonDetails, Relation } from '../domain/register/person-details.types.js';
import { relationsTo } from '../domain/register/relations.js';
import type { PersonActor } from '../identity/actor-of-token.js';
import type { ContactBook } from '../persistence/contact-details/contact-book.js';
import type { Queryable } from '../persistence/queryable.js';

/** Somebody as the register has them. */
export interface RegisteredPerson extends PersonDetails {
  readonly personId: string;
  /** Null for somebody who is no citizen and of whom no death is recorded. */
  readonly deceased: boolean | null;
}

interface PersonRow {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: 'da' | 'en';
  readonly channel: Channel;
  readonly protectedIdentity: boolean;
  readonly organisationId: string | null;
  readonly organisationRoles: readonly OrganisationRole[];
  readonly deceased: boolean | null;
}

/** Somebody whom the register knows, or null. */
export async function registeredPerson(
  source: Queryable,
  contacts: ContactBook,
  personId: string,
): Promise<RegisteredPerson | null> {
  const rows = await source.query<PersonRow[]>(
    `SELECT p.id AS "personId", p.given_name AS "givenName", p.family_name AS "familyName", p.language, p.channel,
       p.protected_identity AS "protectedIdentity", p.organisation_id AS "organisationId",
       p.organisation_roles AS "organisationRoles",
       CASE WHEN p.deceased_at IS NOT NULL THEN true WHEN c.person_id IS NOT NULL THEN false END AS deceased
     FROM people p LEFT JOIN citizens c ON c.person_id = p.id
     WHERE p.id = $1 AND p.erased_at IS NULL`,
    [personId],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, ...(await contacts.of(source, personId)) };
}

/**
 * What an actor is to somebody, at an instant, as `libs/domain/register/relations.ts` says.
 * @param record In the record's role: plans that the actor may not know of count, too.
 */
export async function relationsOf(
  record: Queryable,
  { personId, organisationId, organisationRoles }: RegisteredPerson,
  actor: PersonActor,
  at: string,
): Promise<Relation[]> {
  const standing = { personId, organisationId, organisationRoles, signsIn: await signsIn(record, personId) };
  return relationsTo(standing, await openPlansOf(record, personId), actor, at);
}

/** Whether the provider's word would be enough to know who somebody is: a sign-in of their own, or a citizen's number. */
export async function signsIn(record: Queryable, personId: string): Promise<boolean> {
  const rows = await record.query<{ signsIn: boolean }[]>(
    `SELECT p.subject IS NOT NULL OR EXISTS (SELECT FROM citizens c WHERE c.person_id = p.id) AS "signsIn"
     FROM people p WHERE p.id = $1`,
    [personId],
  );
  return rows[0]?.signsIn === true;
}

/** Every open plan in which somebody is the citizen or takes part. */
async function openPlansOf(record: Queryable, personId: string): Promise<PlanState[]> {
  const rows = await record.query<{ state: PlanState }[]>(
    `SELECT p.id, p.state FROM plans p
     WHERE p.ended_at IS NULL AND p.erased_at IS NULL
       AND (p.citizen_person_id = $1 OR EXISTS (
         SELECT FROM participants pa WHERE pa.plan_id = p.id AND pa.person_id = $1 AND pa.removed_at IS NULL))`,
    [personId],
  );
  return rows.map(({ state }) => state);
}
