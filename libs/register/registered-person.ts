import type { Channel } from '../domain/participants/participant.types.js';
import type { OrganisationRole } from '../domain/plan/actor.js';
import type { PersonDetails, Relation } from '../domain/register/person-details.types.js';
import type { PersonActor } from '../identity/actor-of-token.js';
import type { ContactBook } from '../persistence/contact-details/contact-book.js';
import type { Queryable } from '../persistence/queryable.js';

/** Somebody as the register has them. */
export interface RegisteredPerson extends PersonDetails {
  readonly personId: string;
  /** Null for somebody who is no citizen. */
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

/**
 * Somebody whom the register knows, or null.
 * @param lock `FOR UPDATE` holds the person until the transaction ends.
 */
export async function registeredPerson(
  source: Queryable,
  contacts: ContactBook,
  personId: string,
  lock: '' | 'FOR UPDATE OF p' = '',
): Promise<RegisteredPerson | null> {
  const rows = await source.query<PersonRow[]>(
    `SELECT p.id AS "personId", p.given_name AS "givenName", p.family_name AS "familyName", p.language, p.channel,
       p.protected_identity AS "protectedIdentity", p.organisation_id AS "organisationId",
       p.organisation_roles AS "organisationRoles", c.deceased
     FROM people p LEFT JOIN citizens c ON c.person_id = p.id
     WHERE p.id = $1 AND p.erased_at IS NULL ${lock}`,
    [personId],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, ...(await contacts.of(source, personId)) };
}

/** What an actor is to somebody, at an instant; nothing for one who has nothing to do with them. */
export async function relationsTo(
  source: Queryable,
  { personId, organisationId }: Pick<RegisteredPerson, 'personId' | 'organisationId'>,
  actor: PersonActor,
  at: string,
): Promise<Relation[]> {
  const { organisationRoles } = actor;
  const leads =
    organisationRoles.includes('teamLeader') &&
    organisationId !== null &&
    organisationId === actor.organisationId;
  return [
    ...(actor.personId === personId ? (['self'] as const) : []),
    ...((await coordinatesFor(source, personId, actor.personId, at)) ? (['coordinator'] as const) : []),
    ...(leads ? (['teamLeader'] as const) : []),
    ...(organisationRoles.includes('administrator') ? (['administrator'] as const) : []),
  ];
}

/** Whether somebody takes part in an open plan that the actor coordinates, or stands in for. */
async function coordinatesFor(
  source: Queryable,
  personId: string,
  actorId: string,
  at: string,
): Promise<boolean> {
  const rows = await source.query<{ coordinates: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM participants pa JOIN plans p ON p.id = pa.plan_id
       WHERE pa.person_id = $1 AND pa.removed_at IS NULL AND p.ended_at IS NULL
         AND (p.coordinator_person_id = $2
           OR (p.deputy_person_id = $2 AND p.deputy_from <= $3 AND $3 < p.deputy_to))
     ) AS coordinates`,
    [personId, actorId, at],
  );
  return rows[0]?.coordinates === true;
}
