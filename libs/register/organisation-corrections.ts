import type { EntityManager } from 'typeorm';
import type { AuditNote } from '../audit/audit-entry.types.js';
import { Refusal } from '../contracts/refusal.js';
import type { Instant } from '../domain/calendar/index.js';
import { DomainError, ensure } from '../domain/plan/errors.js';
import { before, changesOf, organisationFieldsFor } from '../domain/register/correction.rules.js';
import type { OrganisationCorrection, OrganisationDetails } from '../domain/register/person-details.types.js';
import type { Queryable } from '../persistence/queryable.js';
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
  correct(
    corrector: Corrector,
    organisationId: string,
    correction: OrganisationCorrection,
  ): Promise<RegisteredOrganisationDetails> {
    return this.#onOrganisation(corrector, organisationId, async ({ manager, organisation, at }) => {
      const { actor } = corrector;
      const isAdministrator = actor.organisationRoles.includes('administrator');
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
      await this.#note(manager, corrector, organisationId, { at, allowed: true });
      return corrected;
    });
  }

  /**
   * Answers a correction again that was made before: the right is asked anew, and the organisation read anew.
   * @throws as `correct`
   */
  answerAgain(corrector: Corrector, organisationId: string): Promise<RegisteredOrganisationDetails> {
    return this.#onOrganisation(corrector, organisationId, async ({ manager, organisation, at }) => {
      await this.#note(manager, corrector, organisationId, { at, allowed: true, repeated: true });
      return { organisationId, ...organisation };
    });
  }

  /** Works on an organisation, held, that the actor may correct; a try that is not theirs is on the audit. */
  async #onOrganisation(
    corrector: Corrector,
    organisationId: string,
    work: (held: {
      readonly manager: EntityManager;
      readonly organisation: OrganisationDetails;
      readonly at: Instant;
    }) => Promise<RegisteredOrganisationDetails>,
  ): Promise<RegisteredOrganisationDetails> {
    const { database, clock } = this.parts;
    const { actor } = corrector;
    const at = await clock.now();
    try {
      return await database.transaction(async (manager) => {
        const organisation = await held(manager, organisationId);
        const leads =
          actor.organisationRoles.includes('teamLeader') && actor.organisationId === organisationId;
        const may = leads || actor.organisationRoles.includes('administrator');
        ensure(may, 'ACTOR.NOT_PERMITTED', { expected: 'administrator, teamLeader' });
        return await work({ manager, organisation, at });
      });
    } catch (error) {
      if (error instanceof DomainError) {
        await this.#note(database, corrector, organisationId, { at, allowed: false, refusal: error.code });
      }
      throw error;
    }
  }

  async #note(
    source: Queryable,
    { actor, origin }: Corrector,
    subjectOrganisationId: string,
    told: Pick<AuditNote, 'at' | 'allowed' | 'refusal' | 'repeated'>,
  ): Promise<void> {
    const roles = actor.organisationRoles;
    const note = {
      actor,
      roles,
      operation: 'correctOrganisation',
      planId: null,
      subjectOrganisationId,
      origin,
    };
    await this.parts.audit.add(source, { ...note, ...told });
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
