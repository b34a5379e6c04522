import type { DataSource, EntityManager } from 'typeorm';
import type { AuditNote, Origin } from '../audit/audit-entry.types.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { Refusal } from '../contracts/refusal.js';
import type { Instant } from '../domain/calendar/index.js';
import { DomainError, ensure } from '../domain/plan/errors.js';
import {
  before,
  changesOf,
  changesWork,
  forbiddenFields,
  mayChangeProtection,
  mayChangeWork,
  mayRecordDeath,
} from '../domain/register/correction.rules.js';
import type { PersonCorrection, Relation } from '../domain/register/person-details.types.js';
import type { PersonActor } from '../identity/actor-of-token.js';
import { violatesUnique } from '../persistence/unique-violation.js';
import type { Vault } from '../persistence/vault.js';
import type { PlanRecord } from '../record/plan-record.js';
import { holdPlansOfCitizen, registerDeath } from '../record/register-death.js';
import { takeInRegisterNews } from '../record/register-news.js';
import { keptNames, personSealer } from '../record/register-person.js';
import { actingNow } from '../record/employments.js';
import { sendingsToPersonSettled } from '../record/sendings-under-way.js';
import { type CitizenNumber, correctNumber } from './citizen-number.js';
import { type FormerDetails, keepRevision } from './person-revisions.js';
import { registeredPerson, type RegisteredPerson, relationsOf } from './registered-person.js';

/** Who corrects, and from where. */
export interface Corrector {
  readonly actor: PersonActor;
  readonly origin: Origin;
}

export interface CorrectionParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly audit: AuditLog;
}

/** What corrections of people need besides: the record of the plans that take them in. */
export interface PersonCorrectionParts extends CorrectionParts {
  readonly record: PlanRecord;
}

/** What is corrected of people. */
export type PersonCorrectionOperation = 'correctPerson' | 'correctCitizenNumber' | 'recordDeath';

/** What a correction works on: the person as they are, held, and what the actor is to them. */
interface Held {
  readonly manager: EntityManager;
  readonly person: RegisteredPerson;
  readonly relations: readonly Relation[];
  readonly at: Instant;
}

/**
 * Corrects people in the register (GDPR article 16). What was there before is kept, encrypted under the person's key; each
 * correction, and each try that is refused, is on the audit in the same transaction.
 */
export class PersonCorrections {
  constructor(private readonly parts: PersonCorrectionParts) {}

  /**
   * Corrects what is given; what repeats what is there changes nothing.
   * @throws Refusal PERSON.NOT_FOUND, also for somebody with whom the actor has nothing to do; ORGANISATION.NOT_FOUND;
   *   DomainError ACTOR.NOT_PERMITTED with the field.
   */
  correct(corrector: Corrector, personId: string, correction: PersonCorrection): Promise<RegisteredPerson> {
    return this.corrected(
      'correctPerson',
      corrector,
      personId,
      async ({ manager, person, relations, at }) => {
        const [forbidden] = forbiddenFields(correction, relations);
        ensure(forbidden === undefined, 'ACTOR.NOT_PERMITTED', { field: forbidden ?? '' });
        ensure(mayChangeProtection(person, correction, relations), 'ACTOR.NOT_PERMITTED', {
          field: 'protectedIdentity',
          expected: 'a protection that is not lifted',
        });
        ensure(mayChangeWork(person, correction, relations), 'ACTOR.NOT_PERMITTED', {
          field: 'organisationRoles',
          expected: 'roles that the actor may give',
        });
        const changes = changesOf(person, correction);
        if (Object.keys(changes).length === 0) return null;
        await this.write(manager, { ...person, ...changes }, at);
        if (changesWork(changes)) await sendingsToPersonSettled(manager, personId);
        return before(person, changes);
      },
    );
  }

  /**
   * Corrects the replacement number of a citizen to the CPR number.
   * @throws Refusal CITIZEN.NOT_FOUND; CPR.NOT_A_REPLACEMENT if the citizen has a CPR number; CPR.ALREADY_REGISTERED if
   *   another citizen has it: they are two people to the register, and nobody makes them one unnoticed.
   */
  correctNumber(corrector: Corrector, personId: string, number: CitizenNumber): Promise<RegisteredPerson> {
    return this.corrected('correctCitizenNumber', corrector, personId, async ({ manager, relations, at }) => {
      ensure(relations.includes('administrator'), 'ACTOR.NOT_PERMITTED', { expected: 'administrator' });
      await mustBeCitizen(manager, personId);
      return correctNumber(manager, this.parts.vault, personId, number, at);
    });
  }

  /**
   * Records that somebody has died, or that this was a mistake. From this commit on it counts for the plans whose citizen
   * they are; the others in which they have a part take it in at once, or as soon as a process can. No plan ends by it: that
   * is for its coordinator.
   * @throws Refusal PERSON.NOT_FOUND; DomainError ACTOR.NOT_PERMITTED
   */
  async recordDeath(corrector: Corrector, personId: string, deceased: boolean): Promise<RegisteredPerson> {
    const { database, record } = this.parts;
    let own: string[] = [];
    const committed: (() => void)[] = [];
    const recorded = await this.corrected(
      'recordDeath',
      corrector,
      personId,
      async ({ manager, person, relations, at }) => {
        ensure(mayRecordDeath(relations), 'ACTOR.NOT_PERMITTED');
        if ((person.deceased ?? false) === deceased) return null;
        await registerDeath(manager, personId, deceased, at);
        for (const planId of own) {
          const context = { actor: { kind: 'process' }, commandId: null, expectedSeq: null } as const;
          const { origin } = corrector;
          const command = { type: 'noteDeath', personId } as const;
          committed.push(await record.executeWithin(manager, planId, command, { ...context, origin }));
        }
        return { deceased: !deceased };
      },
      async (manager) => {
        own = await holdPlansOfCitizen(manager, personId);
      },
    );
    for (const tell of committed) tell();
    await takeInRegisterNews({ database, record }, personId);
    return recorded;
  }

  /**
   * Answers a correction again that was made before: the right is asked anew, and the person read anew.
   * @throws Refusal PERSON.NOT_FOUND for somebody with whom the actor has nothing to do any more
   */
  answerAgain(
    operation: PersonCorrectionOperation,
    corrector: Corrector,
    personId: string,
  ): Promise<RegisteredPerson> {
    return this.held(operation, corrector, personId, async ({ manager, person, relations, at }) => {
      const note = { at, roles: relations, refusal: null, repeated: true } as const;
      await this.note(manager, operation, corrector, personId, note);
      return person;
    });
  }

  /** One correction: held, made, with what was before kept, and on the audit. Null means that nothing changed. */
  private corrected(
    operation: PersonCorrectionOperation,
    corrector: Corrector,
    personId: string,
    change: (held: Held) => Promise<FormerDetails | null>,
    first: (manager: EntityManager) => Promise<void> = () => Promise.resolve(),
  ): Promise<RegisteredPerson> {
    const { vault } = this.parts;
    const work = async (held: Held): Promise<RegisteredPerson> => {
      const { manager, person, relations, at } = held;
      const former = await change(held);
      if (former === null) return person;
      await keepRevision(manager, vault, personId, {
        at,
        byPersonId: corrector.actor.personId,
        before: former,
      });
      const corrected = await registeredPerson(manager, vault.contacts, personId);
      if (corrected === null) throw new Error('A person is gone who was just corrected.');
      const granted = former.organisationRoles === undefined ? {} : { granted: corrected.organisationRoles };
      const note = { at, roles: relations, refusal: null, ...granted };
      await this.note(manager, operation, corrector, personId, note);
      return corrected;
    };
    return this.held(operation, corrector, personId, work, first);
  }

  /** Works on somebody with whom the actor has to do; a try on anybody else is on the audit. */
  private async held(
    operation: PersonCorrectionOperation,
    corrector: Corrector,
    personId: string,
    work: (held: Held) => Promise<RegisteredPerson>,
    first: (manager: EntityManager) => Promise<void> = () => Promise.resolve(),
  ): Promise<RegisteredPerson> {
    const { database, clock, vault } = this.parts;
    const at = await clock.now();
    try {
      return await database.transaction(async (manager) => {
        await first(manager);
        await holdPeople(manager, [personId, corrector.actor.personId]);
        const person = await registeredPerson(manager, vault.contacts, personId);
        const actor = await actingNow(manager, corrector.actor);
        const relations = person === null ? [] : await relationsOf(manager, person, actor, at);
        if (person === null || relations.length === 0) throw new Refusal('PERSON.NOT_FOUND');
        return await work({ manager, person, relations, at });
      });
    } catch (error) {
      const refusal = codeOfRefusal(error);
      if (refusal !== null) {
        await this.note(database.manager, operation, corrector, personId, { at, roles: [], refusal });
      }
      throw violatesUnique(error, 'uq_citizens_cpr_hash') ? new Refusal('CPR.ALREADY_REGISTERED') : error;
    }
  }

  private async write(manager: EntityManager, person: RegisteredPerson, at: Instant): Promise<void> {
    const { personId, email, telephone, address, organisationRoles } = person;
    await organisationMustExist(manager, person.organisationId);
    const sealer = await personSealer(manager, this.parts.vault, personId, at);
    const { givenName, familyName } = keptNames(sealer, person, organisationRoles);
    await manager.query(
      `UPDATE people SET given_name = $2, family_name = $3, language = $4, channel = $5, protected_identity = $6,
         organisation_id = $7, organisation_roles = $8
       WHERE id = $1`,
      [
        personId,
        givenName,
        familyName,
        person.language,
        person.channel,
        person.protectedIdentity,
        person.organisationId,
        organisationRoles,
      ],
    );
    await this.parts.vault.contacts.write(manager, personId, { email, telephone, address }, at);
  }

  private async note(
    manager: EntityManager,
    operation: PersonCorrectionOperation,
    { actor, origin }: Corrector,
    subjectPersonId: string,
    {
      refusal,
      ...told
    }: Pick<AuditNote, 'at' | 'roles' | 'granted' | 'repeated'> & {
      readonly refusal: string | null;
    },
  ): Promise<void> {
    const refused = refusal === null ? { allowed: true } : { allowed: false, refusal };
    await this.parts.audit.add(manager, {
      actor,
      origin,
      operation,
      planId: null,
      subjectPersonId,
      ...told,
      ...refused,
    });
  }
}

async function mustBeCitizen(manager: EntityManager, personId: string): Promise<void> {
  const found = await manager.query<unknown[]>('SELECT 1 FROM citizens WHERE person_id = $1', [personId]);
  if (found.length === 0) throw new Refusal('CITIZEN.NOT_FOUND');
}

/** Holds who is corrected and who corrects, always in the same order, so that two who correct each other do not wait for ever. */
async function holdPeople(manager: EntityManager, personIds: readonly string[]): Promise<void> {
  await manager.query('SELECT 1 FROM people WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [personIds]);
}

async function organisationMustExist(manager: EntityManager, organisationId: string | null): Promise<void> {
  if (organisationId === null) return;
  const found = await manager.query<unknown[]>('SELECT 1 FROM organisations WHERE id = $1', [organisationId]);
  if (found.length > 0) return;
  throw new Refusal('ORGANISATION.NOT_FOUND', [{ field: '/organisationId', expected: 'an id that exists' }]);
}

/** What says that somebody tried what they may not. */
function codeOfRefusal(error: unknown): string | null {
  if (error instanceof DomainError && error.code === 'ACTOR.NOT_PERMITTED') return error.code;
  return error instanceof Refusal && error.code === 'PERSON.NOT_FOUND' ? error.code : null;
}
