import type { EntityManager } from 'typeorm';
import { Refusal } from '../contracts/refusal.js';
import { ensure } from '../domain/plan/errors.js';
import { before, changesOf, organisationFieldsFor } from '../domain/register/correction.rules.js';
import type { OrganisationCorrection, OrganisationDetails } from '../domain/register/person-details.types.js';
import type { CorrectionParts, Corrector } from './person-corrections.js';

/** An organisation as the register has it. */
export interface RegisteredOrganisationDetails extends OrganisationDetails {
  readonly organisationId: string;
}

/** Corrects organisations in the register; what was there before is kept. */
export class OrganisationCorrections {
  constructor(private readonly parts: CorrectionParts) {}

  /**
   * Corrects the name or who leads the organisation.
   * @throws Refusal ORGANISATION.NOT_FOUND, PERSON.NOT_FOUND for a leader who is not registered; DomainError
   *   ACTOR.NOT_PERMITTED
   */
  async correct(
    { actor, origin }: Corrector,
    organisationId: string,
    correction: OrganisationCorrection,
  ): Promise<RegisteredOrganisationDetails> {
    const { database, clock, audit } = this.parts;
    const at = await clock.now();
    const isAdministrator = actor.organisationRoles.includes('administrator');
    return database.transaction(async (manager) => {
      const organisation = await held(manager, organisationId);
      const leads = actor.organisationRoles.includes('teamLeader') && actor.organisationId === organisationId;
      ensure(isAdministrator || leads, 'ACTOR.NOT_PERMITTED', { expected: 'administrator, teamLeader' });
      const fields = organisationFieldsFor(isAdministrator ? 'administrator' : 'teamLeader');
      const changes = changesOf(organisation, correction);
      const forbidden = (Object.keys(changes) as (keyof OrganisationDetails)[]).find(
        (field) => !fields.includes(field),
      );
      ensure(forbidden === undefined, 'ACTOR.NOT_PERMITTED', { field: forbidden ?? '' });
      const corrected = { organisationId, ...organisation, ...changes };
      if (Object.keys(changes).length === 0) return corrected;
      await write(manager, corrected);
      await keepRevision(manager, organisationId, at, actor.personId, before(organisation, changes));
      await audit.add(manager, {
        at,
        actor,
        roles: actor.organisationRoles,
        operation: 'correctOrganisation',
        planId: null,
        allowed: true,
        origin,
      });
      return corrected;
    });
  }
}

async function held(manager: EntityManager, organisationId: string): Promise<OrganisationDetails> {
  const rows = await manager.query<OrganisationDetails[]>(
    'SELECT name, leader_person_id AS "leaderPersonId" FROM organisations WHERE id = $1 FOR UPDATE',
    [organisationId],
  );
  const [row] = rows;
  if (row === undefined) throw new Refusal('ORGANISATION.NOT_FOUND');
  return row;
}

async function write(
  manager: EntityManager,
  { organisationId, name, leaderPersonId }: RegisteredOrganisationDetails,
): Promise<void> {
  if (leaderPersonId !== null) {
    const found = await manager.query<unknown[]>('SELECT 1 FROM people WHERE id = $1', [leaderPersonId]);
    if (found.length === 0) {
      throw new Refusal('PERSON.NOT_FOUND', [{ field: '/leaderPersonId', expected: 'an id that exists' }]);
    }
  }
  await manager.query('UPDATE organisations SET name = $2, leader_person_id = $3 WHERE id = $1', [
    organisationId,
    name,
    leaderPersonId,
  ]);
}

async function keepRevision(
  manager: EntityManager,
  organisationId: string,
  at: string,
  byPersonId: string,
  former: OrganisationCorrection,
): Promise<void> {
  await manager.query(
    `INSERT INTO organisation_revisions (organisation_id, revision, at, by_person_id, before)
     SELECT $1, coalesce(max(revision), 0) + 1, $2, $3, $4::jsonb FROM organisation_revisions WHERE organisation_id = $1`,
    [organisationId, at, byPersonId, JSON.stringify(former)],
  );
}
