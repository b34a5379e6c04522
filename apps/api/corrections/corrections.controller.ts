import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../../../libs/clock/clock.js';
import { copenhagenDate } from '../../../libs/domain/calendar/index.js';
import { PersonReading } from '../../../libs/reading/person.reading.js';
import { cprNumber } from '../../../libs/register/citizen-number.js';
import { OrganisationCorrections } from '../../../libs/register/organisation-corrections.js';
import {
  type Corrector,
  type PersonCorrectionOperation,
  PersonCorrections,
} from '../../../libs/register/person-corrections.js';
import type { RegisteredPerson } from '../../../libs/register/registered-person.js';
import { IdempotencyStore } from '../commands/idempotency.store.js';
import type { ApiRequest } from '../http/api-request.js';
import { originOf } from '../http/origin.js';
import { Id } from '../http/parameters.js';
import { viewerOf } from '../http/viewer-of.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { ReadOperation, WriteOperation } from '../openapi/operation.decorator.js';
import { itemsOf } from '../schemas/answers.js';
import {
  type CorrectNumberBody,
  correctNumberBody,
  type CorrectOrganisationBody,
  correctOrganisationBody,
  type CorrectPersonBody,
  correctPersonBody,
  type DeathBody,
  deathBody,
} from './corrections.schema.js';
import {
  ORGANISATION_DETAILS_EXAMPLE,
  ORGANISATION_REVISIONS_EXAMPLE,
  type OrganisationDetailsView,
  organisationDetailsView,
  organisationRevisionsView,
  type OrganisationRevisionsView,
  PERSON_DETAILS_EXAMPLE,
  PERSON_REVISIONS_EXAMPLE,
  type PersonDetailsView,
  personDetailsView,
  personRevisionsView,
  type PersonRevisionsView,
} from './corrections.view.js';

/** What the register has of somebody, corrected, with what was there before. */
@ApiTags('corrections')
@Controller()
export class CorrectionsController {
  constructor(
    private readonly people: PersonCorrections,
    private readonly organisations: OrganisationCorrections,
    private readonly reads: PersonReading,
    private readonly idempotency: IdempotencyStore,
    private readonly clock: Clock,
  ) {}

  @Get('people/:personId')
  @ReadOperation({
    id: 'getPerson',
    summary: 'What the register has of somebody',
    description:
      'For those who may correct it: the person; of a citizen, whoever coordinates their open plan; of a relative who cannot ' +
      'sign in, whoever coordinates the only open plan that has them; the team leader of the organisation that the person ' +
      'works in; administrators.',
    answer: personDetailsView,
    example: PERSON_DETAILS_EXAMPLE,
    errors: ['PERSON.NOT_FOUND'],
  })
  getPerson(@Req() request: ApiRequest, @Id('personId') personId: string): Promise<PersonDetailsView> {
    return this.reads.person(viewerOf(request, 'getPerson'), personId);
  }

  @Get('people/:personId/revisions')
  @ReadOperation({
    id: 'listPersonRevisions',
    summary: 'What was there before corrections',
    description: 'Newest first; for those who may correct.',
    answer: personRevisionsView,
    example: PERSON_REVISIONS_EXAMPLE,
    errors: ['PERSON.NOT_FOUND'],
  })
  listPersonRevisions(
    @Req() request: ApiRequest,
    @Id('personId') personId: string,
  ): Promise<PersonRevisionsView> {
    return itemsOf(this.reads.revisions(viewerOf(request, 'listPersonRevisions'), personId));
  }

  @Post('people/:personId/corrections')
  @WriteOperation({
    id: 'correctPerson',
    summary: 'Correct what the register has of somebody',
    description:
      'Contact details and language by the person; these, name, channel and protected identity by whoever coordinates ' +
      'the open plan of the citizen, or the only open plan that has a relative who cannot sign in (whose protection they do ' +
      'not lift); these, organisation and roles by the team leader of the organisation and by administrators, who give away ' +
      'no more than they may. What is left out stays as it is.',
    request: { email: 'magnus@borger.example', telephone: null },
    answer: personDetailsView,
    example: PERSON_DETAILS_EXAMPLE,
    errors: ['PERSON.NOT_FOUND', 'ORGANISATION.NOT_FOUND'],
  })
  correctPerson(
    @Req() request: ApiRequest,
    @Id('personId') personId: string,
    @Body({ schema: correctPersonBody }) body: CorrectPersonBody,
  ): Promise<PersonDetailsView> {
    return this.once(request, 'correctPerson', personId, (corrector) =>
      this.people.correct(corrector, personId, body),
    );
  }

  @Post('citizens/:personId/number-corrections')
  @WriteOperation({
    id: 'correctCitizenNumber',
    summary: 'Correct a replacement number to a CPR number',
    description:
      'By an administrator. A number that another citizen has is refused; nobody is made one with another.',
    request: { cpr: '0504909995' },
    answer: personDetailsView,
    example: PERSON_DETAILS_EXAMPLE,
    errors: [
      'PERSON.NOT_FOUND',
      'CITIZEN.NOT_FOUND',
      'CPR.INVALID',
      'CPR.NOT_A_REPLACEMENT',
      'CPR.ALREADY_REGISTERED',
    ],
  })
  correctCitizenNumber(
    @Req() request: ApiRequest,
    @Id('personId') personId: string,
    @Body({ schema: correctNumberBody }) { cpr }: CorrectNumberBody,
  ): Promise<PersonDetailsView> {
    return this.once(request, 'correctCitizenNumber', personId, async (corrector) => {
      const number = cprNumber(cpr, copenhagenDate(await this.clock.now()));
      return this.people.correctNumber(corrector, personId, number);
    });
  }

  @Post('citizens/:personId/death')
  @WriteOperation({
    id: 'recordDeath',
    summary: 'Record that somebody has died',
    description:
      'A citizen, or anybody else whom the register knows, by whoever coordinates their open plan, their team leader or an administrator. ' +
      'From then on nothing goes out on their consent and nothing is awaited from them; each plan in which they have a part has a task for its coordinator. ' +
      'No plan ends by it: its coordinator ends it. `deceased: false` takes a mistake back, and the plans stand as they stood.',
    request: { deceased: true },
    answer: personDetailsView,
    example: { ...PERSON_DETAILS_EXAMPLE, deceased: true },
    errors: ['PERSON.NOT_FOUND'],
  })
  recordDeath(
    @Req() request: ApiRequest,
    @Id('personId') personId: string,
    @Body({ schema: deathBody }) { deceased }: DeathBody,
  ): Promise<PersonDetailsView> {
    return this.once(request, 'recordDeath', personId, (corrector) =>
      this.people.recordDeath(corrector, personId, deceased),
    );
  }

  @Post('organisations/:organisationId/corrections')
  @WriteOperation({
    id: 'correctOrganisation',
    summary: 'Correct the name or the leader of an organisation',
    description: 'By an administrator; the name also by its team leader.',
    request: { name: 'Rusmiddelcenter Nord', leaderPersonId: EXAMPLE_IDS.practitioner },
    answer: organisationDetailsView,
    example: ORGANISATION_DETAILS_EXAMPLE,
    errors: ['ORGANISATION.NOT_FOUND', 'PERSON.NOT_FOUND'],
  })
  correctOrganisation(
    @Req() request: ApiRequest,
    @Id('organisationId') organisationId: string,
    @Body({ schema: correctOrganisationBody }) body: CorrectOrganisationBody,
  ): Promise<OrganisationDetailsView> {
    const corrector = correctorOf(request);
    return this.idempotency.once(request, {
      first: () => this.organisations.correct(corrector, organisationId, body),
      kept: () => ({ organisationId }),
      again: () => this.organisations.answerAgain(corrector, organisationId),
    });
  }

  @Get('organisations/:organisationId/revisions')
  @ReadOperation({
    id: 'listOrganisationRevisions',
    summary: 'What an organisation was before corrections',
    description: 'Newest first; for its team leader and administrators.',
    answer: organisationRevisionsView,
    example: ORGANISATION_REVISIONS_EXAMPLE,
    errors: ['ACTOR.NOT_PERMITTED'],
  })
  listOrganisationRevisions(
    @Req() request: ApiRequest,
    @Id('organisationId') organisationId: string,
  ): Promise<OrganisationRevisionsView> {
    const viewer = viewerOf(request, 'listOrganisationRevisions');
    return itemsOf(this.reads.organisationRevisions(viewer, organisationId));
  }

  /** A correction of a person, made once per key. */
  private once(
    request: ApiRequest,
    operation: PersonCorrectionOperation,
    personId: string,
    correct: (corrector: Corrector) => Promise<RegisteredPerson>,
  ): Promise<RegisteredPerson> {
    const corrector = correctorOf(request);
    return this.idempotency.once(request, {
      first: () => correct(corrector),
      kept: () => ({ personId }),
      again: () => this.people.answerAgain(operation, corrector, personId),
    });
  }
}

function correctorOf(request: ApiRequest): Corrector {
  return { actor: request.actor, origin: originOf(request) };
}
