import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ConsentFormReading } from '../../../libs/reading/consent-form.reading.js';
import type { ApiRequest } from '../http/api-request.js';
import { Id, PlanId } from '../http/parameters.js';
import { viewerOf } from '../http/viewer-of.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import {
  CONSENT_FORM_EXAMPLE,
  CONSENT_WORDINGS,
  type ConsentFormAnswer,
  consentFormView,
  consentWordingsView,
  type ConsentWordingsView,
} from './consent-forms.view.js';
import {
  type ConsentFormBody,
  consentFormBody,
  type ConsentFormQuery,
  consentFormQuery,
} from './consents.schema.js';

/** The wording of consents. */
@ApiTags('consents')
@Controller()
export class ConsentFormsController {
  constructor(private readonly forms: ConsentFormReading) {}

  @Get('consent-wordings')
  @ReadOperation({
    id: 'listConsentWordings',
    summary: 'Versions of the wording',
    description: 'Newest first. A version is never changed.',
    answer: consentWordingsView,
    example: CONSENT_WORDINGS,
    errors: [],
  })
  listConsentWordings(): ConsentWordingsView {
    return CONSENT_WORDINGS;
  }

  @Post('plans/:planId/consent-forms')
  @ReadOperation({
    id: 'previewConsentForm',
    summary: 'The form of a consent that is about to be given',
    description:
      'To be shown to whoever gives it, or read out: to a custody holder it speaks of the child. Nothing is recorded by it.',
    request: {
      grants: [
        {
          participantId: EXAMPLE_IDS.psychiatry,
          kinds: ['masterData', 'goals'],
          from: '2027-03-01T00:00:00+01:00',
          to: '2028-03-01T00:00:00+01:00',
        },
      ],
      basis: 'healthAct43',
      manner: 'oral',
      wordingVersion: '2026-2',
      givenBy: 'citizen',
      language: 'da',
    },
    answer: consentFormView,
    example: CONSENT_FORM_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED', 'PARTICIPANT.NOT_FOUND', 'CONSENT.WORDING_UNKNOWN'],
  })
  previewConsentForm(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: consentFormBody }) { language, ...consent }: ConsentFormBody,
  ): Promise<ConsentFormAnswer> {
    return this.forms.preview(viewerOf(request, 'previewConsentForm'), planId, consent, language);
  }

  @Get('plans/:planId/consents/:consentId/form')
  @ReadOperation({
    id: 'getConsentForm',
    summary: 'The form of a consent',
    description: 'As it was given; recipients see their own part.',
    answer: consentFormView,
    example: CONSENT_FORM_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED', 'CONSENT.NOT_FOUND'],
  })
  getConsentForm(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('consentId') consentId: string,
    @Query({ schema: consentFormQuery }) { language }: ConsentFormQuery,
  ): Promise<ConsentFormAnswer> {
    return this.forms.given(viewerOf(request, 'getConsentForm'), planId, consentId, language);
  }
}
