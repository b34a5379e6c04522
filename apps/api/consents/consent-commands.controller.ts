import { randomUUID } from 'node:crypto';
import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { Id, PlanId } from '../http/parameters.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import { type ParticipantBody, participantBody, reasonBody, type ReasonBody } from '../schemas/bodies.js';
import {
  type ConsentAttemptBody,
  consentAttemptBody,
  type GiveConsentBody,
  giveConsentBody,
  type NarrowConsentBody,
  narrowConsentBody,
  type RecordBasisBody,
  recordBasisBody,
  refuseConsentBody,
  type RefuseConsentBody,
} from './consents.schema.js';

/** What the citizen allows, and other recorded bases. */
@ApiTags('consents')
@Controller('plans/:planId')
export class ConsentCommandsController {
  constructor(private readonly commands: PlanCommandService) {}

  @Post('consent-attempts')
  @CommandOperation({
    id: 'recordConsentAttempt',
    summary: 'Record an attempt to obtain consent',
    description: 'Asking for consent is work: where, with whose help, how long.',
    status: 201,
    example: {
      participantIds: [EXAMPLE_IDS.psychiatry],
      outcome: 'postponed',
      place: 'Bostedet',
      minutesSpent: 45,
    },
    errors: ['PARTICIPANT.NOT_FOUND', 'PARTICIPANT.REMOVED'],
  })
  recordConsentAttempt(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: consentAttemptBody }) body: ConsentAttemptBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'recordConsentAttempt', ...body });
  }

  @Post('consents')
  @CommandOperation({
    id: 'giveConsent',
    summary: 'Record a consent',
    description:
      'One signing may cover many recipients. `digital` is what the giver gives signed in; staff record what was said or ' +
      'written, and those on the side of the citizen are told. From 15 years on the citizen consents, custody holders do ' +
      'until 18, and a no that one of them said themself stands until they change it. Recorded by somebody who profits ' +
      'from it, it stays provisional and opens nothing until it is confirmed.',
    status: 201,
    example: {
      grants: [
        {
          participantId: EXAMPLE_IDS.psychiatry,
          kinds: ['masterData', 'goals'],
          from: '2027-03-01T00:00:00+01:00',
          to: '2028-03-01T00:00:00+01:00',
        },
      ],
      basis: 'healthAct43',
      manner: 'written',
      wordingVersion: '2026-2',
      givenBy: 'citizen',
      place: 'Bostedet',
      minutesSpent: 30,
    },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'CONSENT.ALREADY_USED_ID',
      'CONSENT.NOTHING_GRANTED',
      'CONSENT.PERIOD_REVERSED',
      'CONSENT.PERIOD_TOO_LONG',
      'CONSENT.PERIOD_OVER',
      'CONSENT.NO_CUSTODY',
      'CONSENT.CITIZEN_UNDER_15',
      'CONSENT.NO_GUARDIAN',
      'CONSENT.NOT_THE_GIVER',
      'CONSENT.REFUSAL_STANDS',
      'CONSENT.BEYOND_OWN_SIGHT',
      'CONSENT.WORDING_UNKNOWN',
      'PARTICIPANT.CITIZEN_FIXED',
    ],
  })
  giveConsent(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: giveConsentBody }) body: GiveConsentBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, {
      type: 'giveConsent',
      ...body,
      consentId: body.consentId ?? randomUUID(),
    });
  }

  @Post('consents/:consentId/confirmations')
  @CommandOperation({
    id: 'confirmConsent',
    summary: 'Confirm a provisional consent',
    description: 'By the citizen or a second person who does not profit from it.',
    example: { participantId: EXAMPLE_IDS.psychiatry },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'CONSENT.NOT_FOUND',
      'CONSENT.NOT_PROVISIONAL',
      'CONSENT.SELF_CONFIRMED',
    ],
  })
  confirmConsent(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('consentId') consentId: string,
    @Body({ schema: participantBody }) body: ParticipantBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'confirmConsent', consentId, ...body });
  }

  @Post('consent-refusals')
  @CommandOperation({
    id: 'refuseConsent',
    summary: 'Record that the citizen says no to a recipient',
    description: 'A no is an answer, too: the course goes on with those whom consent covers.',
    status: 201,
    example: { participantId: EXAMPLE_IDS.jobCentre, reason: null },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'PARTICIPANT.CITIZEN_FIXED',
      'CONSENT.GIVEN_BY_CITIZEN',
    ],
  })
  refuseConsent(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: refuseConsentBody }) body: RefuseConsentBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'refuseConsent', ...body });
  }

  @Post('consent-narrowings')
  @CommandOperation({
    id: 'narrowConsent',
    summary: 'Narrow what a recipient may have',
    description: '`keep` are the kinds of information that the consent still covers.',
    status: 201,
    example: { participantId: EXAMPLE_IDS.psychiatry, keep: ['masterData'] },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'CONSENT.NOTHING_TO_WITHDRAW',
      'CONSENT.NOT_NARROWER',
      'CONSENT.GIVEN_BY_CITIZEN',
    ],
  })
  narrowConsent(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: narrowConsentBody }) body: NarrowConsentBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'narrowConsent', ...body });
  }

  @Post('consent-withdrawals')
  @CommandOperation({
    id: 'withdrawConsent',
    summary: 'Withdraw consent for a recipient',
    description:
      'From that moment on nothing is read, sent or shown to the recipient; it does not work backwards.',
    status: 201,
    example: { participantId: EXAMPLE_IDS.jobCentre },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'CONSENT.NOTHING_TO_WITHDRAW',
      'CONSENT.GIVEN_BY_CITIZEN',
    ],
  })
  withdrawConsent(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: participantBody }) body: ParticipantBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'withdrawConsent', ...body });
  }

  @Post('statutory-bases')
  @CommandOperation({
    id: 'recordBasis',
    summary: 'Record a basis other than consent',
    description:
      'Rare, with its reason and extent, and whether the citizen was told. For the own house, or opening much, it opens nothing ' +
      'until a second person has confirmed it; a danger to life (`urgentBecause`) counts at once and is looked at afterwards. ' +
      'The policy says for how long at most.',
    status: 201,
    example: {
      participantId: EXAMPLE_IDS.psychiatry,
      basis: 'vitalInterest',
      kinds: ['crisisPlan'],
      from: '2027-03-01T09:00:00Z',
      to: '2027-03-08T09:00:00Z',
      reason: 'Akut fare for liv og helbred.',
      extent: 'Kriseplanen.',
      citizenTold: true,
    },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'CONSENT.ALREADY_USED_ID',
      'CONSENT.NOTHING_GRANTED',
      'CONSENT.PERIOD_REVERSED',
      'CONSENT.PERIOD_OVER',
      'BASIS.REASON_MISSING',
      'BASIS.PERIOD_TOO_LONG',
      'BASIS.NOT_URGENT',
    ],
  })
  recordBasis(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: recordBasisBody }) body: RecordBasisBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, {
      type: 'recordBasis',
      ...body,
      basisId: body.basisId ?? randomUUID(),
    });
  }

  @Post('statutory-bases/:basisId/end')
  @CommandOperation({
    id: 'endBasis',
    summary: 'End a recorded basis',
    description: 'From then on nothing rests on it.',
    example: { reason: 'Faren er ovre.' },
    errors: ['BASIS.NOT_FOUND', 'BASIS.ALREADY_ENDED'],
  })
  endBasis(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('basisId') basisId: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'endBasis', basisId, ...body });
  }
}
