import { randomUUID } from 'node:crypto';
import { Body, Controller, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { ParticipantId, PlanId } from '../http/parameters.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import { participantBody, type ParticipantBody, type ReasonBody, reasonBody } from '../schemas/bodies.js';
import {
  type AddParticipantBody,
  addParticipantBody,
  type ChannelBody,
  channelBody,
  type ReplaceParticipantBody,
  replaceParticipantBody,
} from './participants.schema.js';

/** Who takes part. */
@ApiTags('participants')
@Controller('plans/:planId')
export class ParticipantCommandsController {
  constructor(private readonly commands: PlanCommandService) {}

  @Post('participants')
  @CommandOperation({
    id: 'addParticipant',
    summary: 'Add a participant',
    description:
      'Relatives and lay supporters take part only as far as the citizen wishes. An authority or provider takes part through ' +
      'somebody who works there by the register: `organisationId` is their own organisation or one above it, and theirs ' +
      'if it is left out. Everybody else takes part as a person, without one, and nobody takes part both ways in one plan. A ' +
      'custody holder or guardian sees, answers and consents to nothing until a second person has confirmed the part.',
    status: 201,
    example: {
      personId: EXAMPLE_IDS.practitioner,
      role: 'regionalPsychiatry',
      organisationId: EXAMPLE_IDS.organisation,
      channel: 'mail',
    },
    errors: [
      'PARTICIPANT.ALREADY_ADDED',
      'PARTICIPANT.CITIZEN_FIXED',
      'PARTICIPANT.WISH_MISSING',
      'PARTICIPANT.CITIZEN_OF_AGE',
      'PARTICIPANT.ORGANISATION_MISSING',
      'PARTICIPANT.OTHER_ORGANISATION',
      'PARTICIPANT.DIED',
      'PARTICIPANT.BOTH_KINDS',
      'PERSON.NOT_FOUND',
      'ORGANISATION.NOT_FOUND',
    ],
  })
  addParticipant(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: addParticipantBody }) body: AddParticipantBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, {
      type: 'addParticipant',
      ...body,
      participantId: body.participantId ?? randomUUID(),
    });
  }

  @Post('participants/:participantId/removal')
  @CommandOperation({
    id: 'removeParticipant',
    summary: 'Remove a participant',
    description:
      'From then on the participant gets and sees nothing more, and is told. Whoever has a say, as a custody holder or guardian, ' +
      'leaves by their own word; otherwise by a decision that is recorded and confirmed.',
    example: { reason: 'Borgeren ønsker det.' },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'PARTICIPANT.CITIZEN_FIXED',
      'PARTICIPANT.HAS_SAY',
      'CONSENT.GIVEN_BY_CITIZEN',
    ],
  })
  removeParticipant(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @ParticipantId() participantId: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'removeParticipant', participantId, ...body });
  }

  @Post('participants/:participantId/replacement')
  @CommandOperation({
    id: 'replaceParticipant',
    summary: 'Let another person stand for a party',
    description:
      'The party stays with its consents and duties; another person who works in its organisation answers for it. ' +
      'Who takes part as a person is not replaced: remove them and add the other, whom no earlier consent reaches. ' +
      'Once whoever answered for the party works there no more, the leader of its organisation names somebody, too.',
    example: { personId: EXAMPLE_IDS.practitioner, channel: 'mail' },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'PARTICIPANT.CITIZEN_FIXED',
      'PARTICIPANT.SAME_PERSON',
      'PARTICIPANT.NOT_REPLACEABLE',
      'PARTICIPANT.BOTH_KINDS',
      'PARTICIPANT.OTHER_ORGANISATION',
      'PARTICIPANT.DIED',
      'PERSON.NOT_FOUND',
    ],
  })
  replaceParticipant(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @ParticipantId() participantId: string,
    @Body({ schema: replaceParticipantBody }) body: ReplaceParticipantBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'replaceParticipant', participantId, ...body });
  }

  @Put('participants/:participantId/channel')
  @CommandOperation({
    id: 'changeChannel',
    summary: 'Choose how somebody is reached',
    description: 'Only mail is sent by the machine; the other channels become tasks.',
    example: { channel: 'letter' },
    errors: ['PARTICIPANT.NOT_FOUND', 'PARTICIPANT.REMOVED'],
  })
  changeChannel(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @ParticipantId() participantId: string,
    @Body({ schema: channelBody }) body: ChannelBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'changeChannel', participantId, ...body });
  }

  @Post('participants/:participantId/register-details')
  @CommandOperation({
    id: 'showRegisterDetails',
    summary: 'Agree to be shown with what the register has',
    description:
      'By the participant themself. Of somebody whom the register knew already, a plan shows what its own people wrote, until ' +
      'the person says yes.',
    errors: ['PARTICIPANT.NOT_FOUND', 'PARTICIPANT.REMOVED'],
  })
  showRegisterDetails(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @ParticipantId() participantId: string,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'showRegisterDetails', participantId });
  }

  @Put('contact-person')
  @CommandOperation({
    id: 'nameContactPerson',
    summary: 'Name the contact person',
    description: 'The one whom the citizen chose and who stays when the coordinator changes.',
    example: { participantId: EXAMPLE_IDS.psychiatry },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'PARTICIPANT.CITIZEN_FIXED',
      'PARTICIPANT.UNCONFIRMED',
    ],
  })
  nameContactPerson(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: participantBody }) body: ParticipantBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'nameContactPerson', ...body });
  }
}
