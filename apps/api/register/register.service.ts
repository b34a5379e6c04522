import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, EntityNotFoundError } from 'typeorm';
import { copenhagenDate } from '../../../libs/domain/calendar/index.js';
import { Clock } from '../../../libs/clock/clock.js';
import type { ProblemCode } from '../../../libs/contracts/problem.js';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';
import { SessionStore } from '../../../libs/identity/session/session-store.js';
import { CitizenEntity } from '../../../libs/persistence/entities/citizen.entity.js';
import { OrganisationEntity } from '../../../libs/persistence/entities/organisation.entity.js';
import { PersonEntity } from '../../../libs/persistence/entities/person.entity.js';
import { Vault } from '../../../libs/persistence/vault.js';
import { registerCitizen } from '../../../libs/record/register-citizen.js';
import { registerPerson } from '../../../libs/record/register-person.js';
import { violatesUnique } from '../../../libs/persistence/unique-violation.js';
import { ApiError } from '../http/api-error.js';
import { citizenNumber } from '../../../libs/register/citizen-number.js';
import { TeamDirectory } from './team-directory.js';
import {
  type RegisterActor,
  requireAdministrator,
  requireGrantable,
  requireStaff,
} from './register.rights.js';
import type {
  RegisterCitizenBody,
  RegisterOrganisationBody,
  RegisterPersonBody,
  SignInBody,
} from './register.schema.js';
import { SignInDirectory } from './sign-in-directory.js';
import type { CitizenAnswer, OrganisationAnswer, PersonAnswer } from './register.view.js';

/** Registers citizens, people and organisations. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly teams: TeamDirectory,
    private readonly signIns: SignInDirectory,
    private readonly sessions: SessionStore,
  ) {}

  /** Registers a citizen; one who is registered already stays as they are, and is found. */
  async citizen(actor: RegisterActor, { cpr, ...person }: RegisterCitizenBody): Promise<CitizenAnswer> {
    requireStaff(actor);
    const at = await this.clock.now();
    const { value, birthDate } = citizenNumber(cpr, copenhagenDate(at));
    const cprHash = this.vault.cipher.hash(value);
    const known = await this.database.getRepository(CitizenEntity).findOneBy({ cprHash });
    if (known !== null) return { personId: known.personId };
    const added = { ...person, id: randomUUID(), createdAt: at };
    try {
      await this.database.transaction(async (manager) => {
        const asCitizen = { ...added, organisationId: null, organisationRoles: [], subject: null };
        await registerPerson(manager, this.vault, asCitizen);
        await registerCitizen(manager, this.vault, { personId: added.id, cpr: value, birthDate, at });
        // Somebody else may have registered the same citizen at the same moment.
        await manager.getRepository(CitizenEntity).findOneByOrFail({ personId: added.id });
      });
      return { personId: added.id };
    } catch (error) {
      if (!(error instanceof EntityNotFoundError)) throw error;
      const { personId } = await this.database.getRepository(CitizenEntity).findOneByOrFail({ cprHash });
      return { personId };
    }
  }

  /** Registers somebody who may take part: a practitioner, a relative, a guardian. */
  async person(actor: RegisterActor, body: RegisterPersonBody): Promise<PersonAnswer> {
    const { personId, subject: _, employeeId: __, ...person } = body;
    const grant = {
      roles: person.organisationRoles,
      organisationId: person.organisationId,
      signIn: body.subject !== null || body.employeeId !== null,
    };
    requireGrantable(actor, grant, await this.teams.of(actor));
    await this.organisationMustExist(person.organisationId, '/organisationId');
    const subject = await this.signIns.keyOf(body, person.organisationId);
    const id = personId ?? randomUUID();
    const people = this.database.getRepository(PersonEntity);
    if (await people.existsBy({ id })) throw new ApiError('PERSON.ALREADY_REGISTERED');
    const createdAt = await this.clock.now();
    await once(
      'PERSON.ALREADY_REGISTERED',
      oneSignIn(
        this.database.transaction((manager) =>
          registerPerson(manager, this.vault, { ...person, id, subject, createdAt }),
        ),
      ),
    );
    return personAnswer({ ...person, id, subject });
  }

  /** Tells how somebody signs in from now on, or that they no longer do. */
  async signIn(actor: PersonActor, personId: string, body: SignInBody): Promise<PersonAnswer> {
    requireStaff(actor);
    const people = this.database.getRepository(PersonEntity);
    const person = await people.findOneBy({ id: personId });
    if (person === null) throw missing('PERSON.NOT_FOUND', '/personId');
    const grant = { roles: person.organisationRoles, organisationId: person.organisationId, signIn: true };
    requireGrantable(actor, grant, await this.teams.of(actor));
    const subject = await this.signIns.keyOf(body, person.organisationId);
    await oneSignIn(people.update({ id: personId }, { subject }));
    // Whoever signed in as this person before may be somebody else.
    await this.sessions.endOfPerson(personId);
    person.subject = subject;
    return personAnswer(person);
  }

  /** Registers an organisation. */
  async organisation(actor: PersonActor, body: RegisterOrganisationBody): Promise<OrganisationAnswer> {
    requireAdministrator(actor);
    await this.organisationMustExist(body.parentId, '/parentId');
    const { organisationId, ...organisation } = body;
    const id = organisationId ?? randomUUID();
    const organisations = this.database.getRepository(OrganisationEntity);
    if (await organisations.existsBy({ id })) throw new ApiError('ORGANISATION.ALREADY_REGISTERED');
    await this.personMustExist(organisation.leaderPersonId);
    await once('ORGANISATION.ALREADY_REGISTERED', organisations.insert({ id, ...organisation }));
    const { kind, name, parentId, municipalityCode, regionCode } = organisation;
    return { organisationId: id, kind, name, parentId, municipalityCode, regionCode };
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
async function once(code: ProblemCode, insertion: Promise<unknown>): Promise<void> {
  try {
    await insertion;
  } catch (error) {
    throw violatesUnique(error) ? new ApiError(code) : error;
  }
}

function missing(code: ProblemCode, field: string): ApiError {
  return new ApiError(code, { errors: [{ field, expected: 'an id that exists' }] });
}

/** @throws ApiError SIGN_IN.ALREADY_REGISTERED if somebody else signs in so. */
async function oneSignIn(change: Promise<unknown>): Promise<void> {
  try {
    await change;
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
