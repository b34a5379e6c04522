import { Body, Controller, Get, Post, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdempotencyStore } from '../commands/idempotency.store.js';
import type { ApiRequest, AuthenticatedRequest } from '../http/api-request.js';
import { originOf } from '../http/origin.js';
import { Id } from '../http/parameters.js';
import { viewerOf } from '../http/viewer-of.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { ReadOperation, WriteOperation } from '../openapi/operation.decorator.js';
import { type PageQuery, pageQuery, pageRequestOf } from '../schemas/page-query.js';
import { RegisterReading } from '../../../libs/reading/register.reading.js';
import type { Registrar } from './register-audit.service.js';
import {
  type PeopleQuery,
  peopleQuery,
  type RegisterCitizenBody,
  registerCitizenBody,
  type RegisterOrganisationBody,
  registerOrganisationBody,
  type RegisterPersonBody,
  registerPersonBody,
  type SignInBody,
  signInBody,
} from './register.schema.js';
import { RegisterService } from './register.service.js';
import {
  type CitizenAnswer,
  citizenAnswer,
  ORGANISATION_EXAMPLE,
  type OrganisationAnswer,
  organisationAnswer,
  organisationPage,
  type OrganisationPage,
  peoplePage,
  type PeoplePage,
  PERSON_EXAMPLE,
  type PersonAnswer,
  personAnswer,
} from './register.view.js';

/** Citizens, people and organisations. */
@ApiTags('register')
@Controller()
export class RegisterController {
  constructor(
    private readonly register: RegisterService,
    private readonly reads: RegisterReading,
    private readonly idempotency: IdempotencyStore,
  ) {}

  @Post('citizens')
  @WriteOperation({
    id: 'registerCitizen',
    summary: 'Register a citizen',
    description:
      'By staff. A citizen who is registered already is found by the number and stays as they are.',
    request: {
      cpr: '0504909995',
      givenName: 'Magnus Test',
      familyName: 'Lauridsen',
      address: 'Testgrusgraven 3, 10.th, 3400 Hillerød',
      channel: 'letter',
    },
    answer: citizenAnswer,
    example: { personId: EXAMPLE_IDS.citizen },
    errors: ['CPR.INVALID'],
  })
  registerCitizen(
    @Req() request: AuthenticatedRequest,
    @Body({ schema: registerCitizenBody }) body: RegisterCitizenBody,
  ): Promise<CitizenAnswer> {
    const registrar = registrarOf(request);
    return this.idempotency.once(request, {
      first: (turn) => this.register.citizen(registrar, body, turn),
      kept: ({ personId }) => ({ personId }),
      again: ({ personId }) => this.register.citizenAgain(registrar, personId),
    });
  }

  @Post('people')
  @WriteOperation({
    id: 'registerPerson',
    summary: 'Register somebody who may take part',
    description:
      'By staff. Roles in an organisation, and how somebody signs in, are told by its team leader, an administrator, ' +
      'or a machine of the organisation.',
    request: {
      givenName: 'Ellen Louise Test',
      familyName: 'Lauridsen',
      email: 'ellen.louise@kiplan.example',
      channel: 'mail',
      organisationId: EXAMPLE_IDS.organisation,
      organisationRoles: ['practitioner'],
      employeeId: 'tkb-4711',
    },
    answer: personAnswer,
    example: PERSON_EXAMPLE,
    errors: [
      'ORGANISATION.NOT_FOUND',
      'ORGANISATION.WITHOUT_CVR',
      'PERSON.ALREADY_REGISTERED',
      'SIGN_IN.ALREADY_REGISTERED',
    ],
  })
  registerPerson(
    @Req() request: AuthenticatedRequest,
    @Body({ schema: registerPersonBody }) body: RegisterPersonBody,
  ): Promise<PersonAnswer> {
    const registrar = registrarOf(request);
    return this.idempotency.once(request, {
      first: (turn) => this.register.person(registrar, body, turn),
      kept: ({ personId }) => ({ personId }),
      again: ({ personId }) => this.register.personAgain(registrar, body, personId),
    });
  }

  @Put('people/:personId/sign-in')
  @WriteOperation({
    id: 'setSignIn',
    summary: 'Tell how somebody signs in',
    description:
      'By the team leader of their organisation, or an administrator. With neither of the two the person can no ' +
      'longer sign in, except a citizen by the CPR number.',
    status: 200,
    request: { subject: '90e2a4d1-5c1f-4f0e-9f1e-1d2c3b4a5f60' },
    answer: personAnswer,
    example: PERSON_EXAMPLE,
    errors: ['PERSON.NOT_FOUND', 'ORGANISATION.WITHOUT_CVR', 'SIGN_IN.ALREADY_REGISTERED'],
  })
  setSignIn(
    @Req() request: ApiRequest,
    @Id('personId') personId: string,
    @Body({ schema: signInBody }) body: SignInBody,
  ): Promise<PersonAnswer> {
    const registrar = registrarOf(request);
    return this.idempotency.once(request, {
      first: () => this.register.signIn(registrar, personId, body),
      kept: () => ({ personId }),
      again: () => this.register.signInAgain(registrar, personId),
    });
  }

  @Get('people')
  @ReadOperation({
    id: 'listPeople',
    summary: 'Staff of an organisation',
    description: 'For staff, by name; people with a protected identity are left out.',
    answer: peoplePage,
    example: { items: [PERSON_EXAMPLE], next: null },
    errors: ['ACTOR.NOT_PERMITTED'],
  })
  listPeople(
    @Req() request: AuthenticatedRequest,
    @Query({ schema: peopleQuery }) query: PeopleQuery,
  ): Promise<PeoplePage> {
    return this.reads.people(viewerOf(request, 'listPeople'), query.organisation, pageRequestOf(query));
  }

  @Post('organisations')
  @WriteOperation({
    id: 'registerOrganisation',
    summary: 'Register an organisation',
    description: 'By an administrator.',
    request: { kind: 'department', name: 'Rusmiddelcentret', municipalityCode: '0219', regionCode: 'DK-84' },
    answer: organisationAnswer,
    example: ORGANISATION_EXAMPLE,
    errors: ['ORGANISATION.NOT_FOUND', 'ORGANISATION.ALREADY_REGISTERED', 'PERSON.NOT_FOUND'],
  })
  registerOrganisation(
    @Req() request: ApiRequest,
    @Body({ schema: registerOrganisationBody }) body: RegisterOrganisationBody,
  ): Promise<OrganisationAnswer> {
    const registrar = registrarOf(request);
    return this.idempotency.once(request, {
      first: (turn) => this.register.organisation(registrar, body, turn),
      kept: ({ organisationId }) => ({ organisationId }),
      again: ({ organisationId }) => this.register.organisationAgain(registrar, body, organisationId),
    });
  }

  @Get('organisations')
  @ReadOperation({
    id: 'listOrganisations',
    summary: 'Organisations',
    description: 'For staff, by name.',
    answer: organisationPage,
    example: { items: [ORGANISATION_EXAMPLE], next: null },
    errors: ['ACTOR.NOT_PERMITTED'],
  })
  listOrganisations(
    @Req() request: AuthenticatedRequest,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<OrganisationPage> {
    return this.reads.organisations(viewerOf(request, 'listOrganisations'), pageRequestOf(query));
  }
}

function registrarOf<A extends AuthenticatedRequest['actor']>(
  request: AuthenticatedRequest & { actor: A },
): Registrar<A> {
  return { actor: request.actor, origin: originOf(request) };
}
