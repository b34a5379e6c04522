import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessLinks } from '../../../libs/access-links/access-links.js';
import type { GivenLink } from '../../../libs/access-links/access-link-rows.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { IdempotencyStore } from '../commands/idempotency.store.js';
import type { ApiRequest } from '../http/api-request.js';
import { originOf } from '../http/origin.js';
import { Id, ParticipantId, PlanId } from '../http/parameters.js';
import { viewerOf } from '../http/viewer-of.js';
import { ReadOperation, WriteOperation } from '../openapi/operation.decorator.js';
import { itemsOf } from '../schemas/answers.js';
import {
  ACCESS_LINK_EXAMPLE,
  type AccessLinkAnswer,
  type AccessLinkBody,
  accessLinkBody,
  type AccessLinksView,
  accessLinksView,
  accessLinkView,
  type GivenAccessLinkAnswer,
  givenAccessLinkView,
} from './access-links.view.js';

/** Links for participants who cannot sign in. */
@ApiTags('access-links')
@Controller('plans/:planId')
export class AccessLinksController {
  constructor(
    private readonly links: AccessLinks,
    private readonly readings: PlanReadings,
    private readonly idempotency: IdempotencyStore,
  ) {}

  @Get('access-links')
  @ReadOperation({
    id: 'listAccessLinks',
    summary: 'The links that were given',
    description: 'Newest first, with what became of them; for those who see the whole plan.',
    answer: accessLinksView,
    example: { items: [ACCESS_LINK_EXAMPLE] },
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  listAccessLinks(@Req() request: ApiRequest, @PlanId() planId: string): Promise<AccessLinksView> {
    return itemsOf(this.readings.accessLinks(viewerOf(request, 'listAccessLinks'), planId));
  }

  @Post('participants/:participantId/access-links')
  @WriteOperation({
    id: 'giveAccessLink',
    summary: 'Give a participant a link',
    description:
      'For somebody who cannot sign in. The link is mailed to them and opens one session, restricted to its purpose, ' +
      'together with the code that is answered here once: tell it by telephone or hand it over. A link that was given for ' +
      'the same purpose before and not used is revoked. Given by: coordinator, deputy.',
    request: { purpose: 'answerMeeting' },
    answer: givenAccessLinkView,
    example: { link: ACCESS_LINK_EXAMPLE, code: '042917' },
    errors: [
      'PLAN.NOT_FOUND',
      'PLAN.ENDED',
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'CONSENT.MISSING',
      'ACCESS_LINK.SIGNS_IN',
      'ACCESS_LINK.HOLDER_LEFT',
      'ACCESS_LINK.NOT_BY_MAIL',
    ],
  })
  async giveAccessLink(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @ParticipantId() participantId: string,
    @Body({ schema: accessLinkBody }) { purpose }: AccessLinkBody,
  ): Promise<GivenAccessLinkAnswer> {
    const giver = { actor: request.actor, origin: originOf(request) };
    let told: string | null = null;
    const link = await this.idempotency.once<GivenLink, Pick<GivenLink, 'linkId'>>(request, {
      first: async ({ commandId }) => {
        const given = await this.links.give(
          giver,
          planId,
          { participantId, purpose },
          commandId ?? undefined,
        );
        told = given.code;
        return given.link;
      },
      kept: ({ linkId }) => ({ linkId }),
      again: ({ linkId }) => this.links.answerAgain('giveAccessLink', giver, planId, linkId),
    });
    return { link, code: told };
  }

  @Post('access-links/:linkId/revocation')
  @WriteOperation({
    id: 'revokeAccessLink',
    summary: 'Revoke a link',
    description:
      'It opens nothing any more, and a session that it led to ends with its next click. By whoever coordinates, and by the ' +
      'citizen or who holds custody.',
    status: 200,
    answer: accessLinkView,
    example: {
      ...ACCESS_LINK_EXAMPLE,
      revokedAt: '2027-03-02T09:00:00.000Z',
      revokedByPersonId: ACCESS_LINK_EXAMPLE.givenByPersonId,
    },
    errors: ['PLAN.NOT_FOUND', 'ACCESS_LINK.NOT_FOUND'],
  })
  revokeAccessLink(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('linkId') linkId: string,
  ): Promise<AccessLinkAnswer> {
    const giver = { actor: request.actor, origin: originOf(request) };
    return this.idempotency.once(request, {
      first: () => this.links.revoke(giver, planId, linkId),
      kept: () => ({ linkId }),
      again: () => this.links.answerAgain('revokeAccessLink', giver, planId, linkId),
    });
  }
}
