import { Refusal } from '../contracts/refusal.js';
import { ensure } from '../domain/plan/errors.js';
import type { OrganisationCorrection } from '../domain/register/person-details.types.js';
import type { Queryable } from '../persistence/queryable.js';
import { type PersonRevision, revisionsOf } from '../register/person-revisions.js';
import { registeredPerson, type RegisteredPerson, relationsTo } from '../register/registered-person.js';
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

  /** Reads at one moment; it is on the audit, with whom it is about, before it is returned. */
  private async read<T>(
    viewer: Viewer,
    personId: string,
    read: (source: Queryable, person: RegisteredPerson) => Promise<T>,
  ): Promise<T> {
    const { reads, audit, clock, database, vault } = this.parts;
    const { actor, operation, origin } = viewer;
    const at = await clock.now();
    const note = { at, actor, operation, planId: null, subjectPersonId: personId, origin };
    const found = await reads.as(viewer, at, async (source) => {
      const person = await registeredPerson(source, vault.contacts, personId);
      const relations = person === null ? [] : await relationsTo(source, person, actor, at);
      if (person === null || relations.length === 0) return null;
      return { relations, told: await read(source, person) };
    });
    if (found === null) {
      await audit.add(database, { ...note, roles: [], allowed: false, refusal: 'PERSON.NOT_FOUND' });
      throw new Refusal('PERSON.NOT_FOUND');
    }
    await audit.add(database, { ...note, roles: found.relations, allowed: true });
    return found.told;
  }
}
