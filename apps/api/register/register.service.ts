import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, EntityNotFoundError, IsNull } from 'typeorm';
import { copenhagenDate } from '../../../libs/domain/calendar/index.js';
import { Clock } from '../../../libs/clock/clock.js';
import type { ProblemCode } from '../../../libs/contracts/problem.js';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';
import { SessionStore } from '../../../libs/identity/session/session-store.js';
import { CitizenEntity } from '../../../libs/persistence/entities/citizen.entity.js';
import { OrganisationEntity } from '../../../libs/persistence/entities/organisation.entity.js';
import { PersonEntity } from '../../../libs/persistence/entities/person.entity.js';
import type { Introduction } from '../../../libs/persistence/contact-details/contact-details.js';
import { Vault } from '../../../libs/persistence/vault.js';
import { registerCitizen } from '../../../libs/record/register-citizen.js';
import { registerPerson } from '../../../libs/record/register-person.js';
import { violatesUnique } from '../../../libs/persistence/unique-violation.js';
import { ApiError } from '../http/api-error.js';
import { citizenNumber } from '../../../libs/register/citizen-number.js';
import type { FirstTurn } from '../commands/idempotency.store.js';
import { TeamDirectory } from './team-directory.js';
import { RegisterAudit, type Registrar } from './register-audit.service.js';
import { isInReach, requireAdministrator, requireGrantable, requireStaff } from './register.rights.js';
import type {
  RegisterCitizenBody,
  RegisterOrganisationBody,
  RegisterPersonBody,
  SignInBody,
} from './register.schema.js';
import { SignInDirectory } from './sign-in-directory.js';
import type { CitizenAnswer, OrganisationAnswer, PersonAnswer } from './register.view.js';

/** Registers citizens, people and organisations; each is on the audit in the transaction in which it is done. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly teams: TeamDirectory,
    private readonly signIns: SignInDirectory,
    private readonly sessions: SessionStore,
    private readonly audit: RegisterAudit,
  ) {}

  /** Registers a citizen; one who is registered already stays as they are, and is found. */
  citizen(
    registrar: Registrar,
    { cpr, ...person }: RegisterCitizenBody,
    turn: FirstTurn<CitizenAnswer>,
  ): Promise<CitizenAnswer> {
    return this.audit.refusals(registrar, 'registerCitizen', {}, async () => {
      requireStaff(registrar.actor);
      const at = await this.clock.now();
      const { value, birthDate } = citizenNumber(cpr, copenhagenDate(at));
      const added = { ...person, id: randomUUID(), createdAt: at };
      const registered = (): Promise<CitizenAnswer> =>
        this.inTurn(turn, async (manager) => {
          const citizens = manager.getRepository(CitizenEntity);
          const asCitizen = { ...added, organisationId: null, organisationRoles: [], subject: null };
          // The same is done for a number that is known, and undone: how long it takes tells nothing.
          await manager.query('SAVEPOINT registering');
          await registerPerson(manager, this.vault, asCitizen);
          await registerCitizen(manager, this.vault, { personId: added.id, cpr: value, birthDate, at });
          const { personId } = await citizens.findOneByOrFail({ cprHash: this.vault.cipher.hash(value) });
          const isNew = personId === added.id;
          await manager.query(isNew ? 'RELEASE SAVEPOINT registering' : 'ROLLBACK TO SAVEPOINT registering');
          await this.introduced(manager, registrar, personId, added, at);
          if (!isNew) return this.found(manager, registrar, personId);
          await this.audit.done(manager, registrar, 'registerCitizen', { subjectPersonId: personId });
          return { personId };
        });
      try {
        return await registered();
      } catch (error) {
        // Somebody else registered the same citizen at the same moment: now they are found.
        if (error instanceof EntityNotFoundError) return await registered();
        throw error;
      }
    });
  }

  /** Answers again for a citizen who was registered or found before. */
  citizenAgain(registrar: Registrar, personId: string): Promise<CitizenAnswer> {
    const about = { subjectPersonId: personId };
    return this.audit.refusals(registrar, 'registerCitizen', about, async () => {
      requireStaff(registrar.actor);
      await this.audit.repeated(registrar, 'registerCitizen', about);
      return { personId };
    });
  }

  /** Registers somebody who may take part: a practitioner, a relative, a guardian. */
  person(
    registrar: Registrar,
    body: RegisterPersonBody,
    turn: FirstTurn<PersonAnswer>,
  ): Promise<PersonAnswer> {
    const { personId, subject: _, employeeId: __, ...person } = body;
    const id = personId ?? randomUUID();
    return this.audit.refusals(registrar, 'registerPerson', { subjectPersonId: id }, async () => {
      await this.mayRegister(registrar, body);
      const subject = await this.signIns.keyOf(body, person.organisationId);
      const createdAt = await this.clock.now();
      const registered = this.inTurn(turn, async (manager) => {
        const known = await manager.getRepository(PersonEntity).existsBy({ id });
        if (known) throw new ApiError('PERSON.ALREADY_REGISTERED');
        await registerPerson(manager, this.vault, { ...person, id, subject, createdAt });
        await this.audit.done(manager, registrar, 'registerPerson', {
          subjectPersonId: id,
          granted: person.organisationRoles,
        });
        if (subject !== null) {
          await this.audit.done(manager, registrar, 'setSignIn', { subjectPersonId: id });
        }
        return personAnswer({ ...person, id, subject });
      });
      return once('PERSON.ALREADY_REGISTERED', oneSignIn(registered));
    });
  }

  /** Answers again for somebody who was registered before, with what was asked for: what became of them is not told. */
  personAgain(registrar: Registrar, body: RegisterPersonBody, personId: string): Promise<PersonAnswer> {
    const about = { subjectPersonId: personId };
    return this.audit.refusals(registrar, 'registerPerson', about, async () => {
      await this.mayRegister(registrar, body);
      await this.audit.repeated(registrar, 'registerPerson', about);
      return personAnswer({ ...body, id: personId, subject: body.subject ?? body.employeeId });
    });
  }

  /** Tells how somebody signs in from now on, or that they no longer do. */
  signIn(registrar: Registrar<PersonActor>, personId: string, body: SignInBody): Promise<PersonAnswer> {
    return this.audit.refusals(registrar, 'setSignIn', { subjectPersonId: personId }, async () => {
      const person = await this.whoseSignIn(registrar, personId);
      const subject = await this.signIns.keyOf(body, person.organisationId);
      await oneSignIn(
        this.database.transaction(async (manager) => {
          await manager.getRepository(PersonEntity).update({ id: personId }, { subject });
          await this.audit.done(manager, registrar, 'setSignIn', { subjectPersonId: personId });
        }),
      );
      // Whoever signed in as this person before may be somebody else.
      await this.sessions.endOfPerson(personId);
      person.subject = subject;
      return personAnswer(person);
    });
  }

  /** Answers again for a sign-in that was set before; it stays as it is by now. */
  signInAgain(registrar: Registrar<PersonActor>, personId: string): Promise<PersonAnswer> {
    const about = { subjectPersonId: personId };
    return this.audit.refusals(registrar, 'setSignIn', about, async () => {
      const person = await this.whoseSignIn(registrar, personId);
      await this.audit.repeated(registrar, 'setSignIn', about);
      return personAnswer(person);
    });
  }

  /** Registers an organisation. */
  organisation(
    registrar: Registrar<PersonActor>,
    { organisationId, ...organisation }: RegisterOrganisationBody,
    turn: FirstTurn<OrganisationAnswer>,
  ): Promise<OrganisationAnswer> {
    const id = organisationId ?? randomUUID();
    return this.audit.refusals(registrar, 'registerOrganisation', { subjectOrganisationId: id }, async () => {
      requireAdministrator(registrar.actor);
      await this.organisationMustExist(organisation.parentId, '/parentId');
      await this.personMustExist(organisation.leaderPersonId);
      const registered = this.inTurn(turn, async (manager) => {
        const organisations = manager.getRepository(OrganisationEntity);
        if (await organisations.existsBy({ id })) throw new ApiError('ORGANISATION.ALREADY_REGISTERED');
        await organisations.insert({ id, ...organisation });
        const { leaderPersonId } = organisation;
        await this.audit.done(manager, registrar, 'registerOrganisation', {
          subjectOrganisationId: id,
          ...(leaderPersonId === null ? {} : { subjectPersonId: leaderPersonId }),
        });
        return organisationAnswer(id, organisation);
      });
      return once('ORGANISATION.ALREADY_REGISTERED', registered);
    });
  }

  /** Answers again for an organisation that was registered before, with what was asked for. */
  organisationAgain(
    registrar: Registrar<PersonActor>,
    body: RegisterOrganisationBody,
    organisationId: string,
  ): Promise<OrganisationAnswer> {
    const about = { subjectOrganisationId: organisationId };
    return this.audit.refusals(registrar, 'registerOrganisation', about, async () => {
      requireAdministrator(registrar.actor);
      await this.audit.repeated(registrar, 'registerOrganisation', about);
      return organisationAnswer(organisationId, body);
    });
  }

  private inTurn<T>(turn: FirstTurn<T>, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction((manager) => turn.within(manager, () => work(manager)));
  }

  /** What the registrar wrote of the person, whether the register knew them or not. */
  private async introduced(
    manager: EntityManager,
    { actor }: Registrar,
    personId: string,
    written: Introduction,
    at: string,
  ): Promise<void> {
    if (actor.kind !== 'person') return;
    await this.vault.contacts.introduce(manager, personId, actor.personId, written, at);
  }

  private async found(
    manager: EntityManager,
    registrar: Registrar,
    personId: string,
  ): Promise<CitizenAnswer> {
    await this.audit.done(manager, registrar, 'findCitizen', { subjectPersonId: personId });
    return { personId };
  }

  private async mayRegister({ actor }: Registrar, body: RegisterPersonBody): Promise<void> {
    const { organisationRoles: roles, organisationId, subject, employeeId } = body;
    const grant = { roles, organisationId, signIn: subject !== null || employeeId !== null };
    requireGrantable(actor, grant, await this.teams.of(actor));
    await this.organisationMustExist(organisationId, '/organisationId');
  }

  /** Somebody whose sign-in is the actor's to set; whoever is not in the team does not exist for its leader. */
  private async whoseSignIn({ actor }: Registrar<PersonActor>, personId: string): Promise<PersonEntity> {
    const led = await this.teams.of(actor);
    const person = await this.database
      .getRepository(PersonEntity)
      .findOneBy({ id: personId, erasedAt: IsNull() });
    if (person === null || !isInReach(actor, person, led)) throw missing('PERSON.NOT_FOUND', '/personId');
    const grant = { roles: person.organisationRoles, organisationId: person.organisationId, signIn: true };
    requireGrantable(actor, grant, led);
    return person;
  }

  private async organisationMustExist(id: string | null, field: string): Promise<void> {
    if (id === null) return;
    const exists = await this.database.getRepository(OrganisationEntity).existsBy({ id });
    if (!exists) throw missing('ORGANISATION.NOT_FOUND', field);
  }

  private async personMustExist(id: string | null): Promise<void> {
    if (id === null) return;
    const exists = await this.database.getRepository(PersonEntity).existsBy({ id });
    if (!exists) throw missing('PERSON.NOT_FOUND', '/leaderPersonId');
  }
}

/** What two do at once is done by one; the other is told that it was done already. */
async function once<T>(code: ProblemCode, insertion: Promise<T>): Promise<T> {
  try {
    return await insertion;
  } catch (error) {
    throw violatesUnique(error) ? new ApiError(code) : error;
  }
}

function missing(code: ProblemCode, field: string): ApiError {
  return new ApiError(code, { errors: [{ field, expected: 'an id that exists' }] });
}

/** @throws ApiError SIGN_IN.ALREADY_REGISTERED if somebody else signs in so. */
async function oneSignIn<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    throw violatesUnique(error, 'uq_people_subject') ? new ApiError('SIGN_IN.ALREADY_REGISTERED') : error;
  }
}

function personAnswer(
  person: Pick<
    PersonEntity,
    'id' | 'givenName' | 'familyName' | 'organisationId' | 'organisationRoles' | 'subject'
  >,
): PersonAnswer {
  const { id, givenName, familyName, organisationId, organisationRoles, subject } = person;
  const hasSignIn = subject !== null;
  return { personId: id, givenName, familyName, organisationId, organisationRoles, hasSignIn };
}

function organisationAnswer(
  organisationId: string,
  { kind, name, parentId, municipalityCode, regionCode }: Omit<RegisterOrganisationBody, 'organisationId'>,
): OrganisationAnswer {
  return { organisationId, kind, name, parentId, municipalityCode, regionCode };
}
