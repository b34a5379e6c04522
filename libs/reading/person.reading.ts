import type { EntityManager } from 'typeorm';
import { Refusal } from '../contracts/refusal.js';
import type { Instant } from '../domain/calendar/index.js';
import { ensure } from '../domain/plan/errors.js';
import type { OrganisationCorrection } from '../domain/register/person-details.types.js';
import type { Queryable } from '../persistence/queryable.js';
import { type PersonRevision, revisionsOf } from '../register/person-revisions.js';
import { registeredPerson, type RegisteredPerson, relationsOf } from '../register/registered-person.js';
import type { ReaderParts } from './plan-reader.js';
import type { Viewer } from './viewer.js';

/** A correction of an organisation: who made it, when, and what was there before. */
export interface OrganisationRevision {
  readonly revision: number;
  readonly at: string;
  readonly byPersonId: string;
  readonly before: OrganisationCorrection;
}

/** Reads what the register has of one person, for those who may correct it; and what was there before. */
export class PersonReading {
  constructor(private readonly parts: ReaderParts) {}

  /** @throws Refusal PERSON.NOT_FOUND, also for somebody with whom the viewer has nothing to do. */
  person(viewer: Viewer<'getPerson'>, personId: string): Promise<RegisteredPerson> {
    return this.read(viewer, personId, (_source, person) => Promise.resolve(person));
  }

  /** Every correction, newest first. @throws as `person`. */
  revisions(viewer: Viewer<'listPersonRevisions'>, personId: string): Promise<PersonRevision[]> {
    return this.read(viewer, personId, (source) => revisionsOf(source, this.parts.vault, personId));
  }

  /**
   * Every correction of an organisation, newest first; for an administrator and its team leader.
   * @throws DomainError ACTOR.NOT_PERMITTED
   */
  async organisationRevisions(
    viewer: Viewer<'listOrganisationRevisions'>,
    organisationId: string,
  ): Promise<OrganisationRevision[]> {
    const { actor } = viewer;
    const leads = actor.organisationRoles.includes('teamLeader') && actor.organisationId === organisationId;
    ensure(leads || actor.organisationRoles.includes('administrator'), 'ACTOR.NOT_PERMITTED');
    return this.parts.reads.as(viewer, await this.parts.clock.now(), (source) =>
      source.query<OrganisationRevision[]>(
        `SELECT revision, at, by_person_id AS "byPersonId", before
         FROM organisation_revisions WHERE organisation_id = $1 ORDER BY revision DESC`,
        [organisationId],
      ),
    );
  }

  /**
   * Reads at one moment. What the viewer is to the person is looked up in the record's role, where plans count that the
   * viewer may not know of, and it is on the audit, with whom it is about, before anything is returned.
   */
  private async read<T>(
    viewer: Viewer,
    personId: string,
    read: (source: Queryable, person: RegisteredPerson) => Promise<T>,
  ): Promise<T> {
    const { reads, clock, database, vault } = this.parts;
    const at = await clock.now();
    const found = await reads.as(viewer, at, async (source) => {
      const person = await registeredPerson(source, vault.contacts, personId);
      return person === null ? null : { person, told: await read(source, person) };
    });
    const known = await database.transaction((manager) =>
      this.noted(manager, viewer, personId, found?.person ?? null, at),
    );
    if (found === null || !known) throw new Refusal('PERSON.NOT_FOUND');
    return found.told;
  }

  /** Whether the viewer has anything to do with the person; it is on the audit either way. */
  private async noted(
    manager: EntityManager,
    { actor, operation, origin }: Viewer,
    subjectPersonId: string,
    person: RegisteredPerson | null,
    at: Instant,
  ): Promise<boolean> {
    const roles = person === null ? [] : await relationsOf(manager, person, actor, at);
    const known = roles.length > 0;
    const refusal = known ? {} : { refusal: 'PERSON.NOT_FOUND' };
    const note = { at, actor, roles, operation, planId: null, subjectPersonId, origin };
    await this.parts.audit.add(manager, { ...note, allowed: known, ...refusal });
    return known;
  }
}
