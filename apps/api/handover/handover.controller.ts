import { Body, Controller, Delete, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import { type ReasonBody, reasonBody } from '../schemas/bodies.js';
import {
  appointDeputyBody,
  type AppointDeputyBody,
  type NameCoordinatorBody,
  nameCoordinatorBody,
  proposeHandoverBody,
  type ProposeHandoverBody,
} from './handover.schema.js';

/** Coordinator and deputy. */
@ApiTags('handover')
@Controller('plans/:planId')
export class HandoverController {
  constructor(private readonly commands: PlanCommandService) {}

  @Post('handover')
  @CommandOperation({
    id: 'proposeHandover',
    summary: 'Propose a successor',
    description:
      'Until it is accepted, the coordinator keeps all duties. The successor works in an organisation of the register.',
    status: 201,
    example: {
      successorPersonId: EXAMPLE_IDS.practitioner,
      reason: 'Borgeren har tættest kontakt med jobkonsulenten.',
    },
    errors: [
      'HANDOVER.ALREADY_PROPOSED',
      'HANDOVER.SAME_PERSON',
      'COORDINATOR.NOT_ELIGIBLE',
      'PERSON.NOT_FOUND',
    ],
  })
  proposeHandover(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: proposeHandoverBody }) body: ProposeHandoverBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'proposeHandover', ...body });
  }

  @Post('handover/acceptance')
  @CommandOperation({
    id: 'acceptHandover',
    summary: 'Accept the handover',
    description: 'By the successor.',
    errors: ['HANDOVER.NOT_PROPOSED', 'HANDOVER.NOT_THE_SUCCESSOR', 'COORDINATOR.NOT_ELIGIBLE'],
  })
  acceptHandover(@Req() request: ApiRequest, @PlanId() planId: string): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'acceptHandover' });
  }

  @Post('handover/declination')
  @CommandOperation({
    id: 'declineHandover',
    summary: 'Decline the handover',
    description: 'By the successor.',
    example: { reason: 'Jeg har ikke tid.' },
    errors: ['HANDOVER.NOT_PROPOSED', 'HANDOVER.NOT_THE_SUCCESSOR'],
  })
  declineHandover(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'declineHandover', ...body });
  }

  @Post('handover/withdrawal')
  @CommandOperation({
    id: 'withdrawHandover',
    summary: 'Withdraw the proposal',
    description: 'The coordinator stays.',
    errors: ['HANDOVER.NOT_PROPOSED'],
  })
  withdrawHandover(@Req() request: ApiRequest, @PlanId() planId: string): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'withdrawHandover' });
  }

  @Post('coordinator/resignation')
  @CommandOperation({
    id: 'resignCoordinator',
    summary: 'Resign as coordinator',
    description: 'The team leader is asked to name another by a deadline.',
    example: { reason: 'Jeg skifter arbejde.' },
    errors: [],
  })
  resignCoordinator(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'resignCoordinator', ...body });
  }

  @Put('coordinator')
  @CommandOperation({
    id: 'nameCoordinator',
    summary: 'Name a coordinator',
    description:
      'By the team leader of the organisation that keeps the plan. The coordinator works in an organisation of the register.',
    example: { personId: EXAMPLE_IDS.coordinator, reason: 'Den tidligere koordinator er stoppet.' },
    errors: ['COORDINATOR.ALREADY_NAMED', 'COORDINATOR.NOT_ELIGIBLE', 'PERSON.NOT_FOUND'],
  })
  nameCoordinator(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: nameCoordinatorBody }) body: NameCoordinatorBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'nameCoordinator', ...body });
  }

  @Put('deputy')
  @CommandOperation({
    id: 'appointDeputy',
    summary: 'Appoint a deputy',
    description:
      'For a period, at most as long as the policy has it (`deputyLongestMonths`, 3); the deputy may do what the coordinator may. ' +
      'Nobody deputises for themself.',
    example: { personId: EXAMPLE_IDS.practitioner, from: '2027-07-01T06:00:00Z', to: '2027-07-22T06:00:00Z' },
    errors: [
      'DEPUTY.PERIOD_REVERSED',
      'DEPUTY.PERIOD_TOO_LONG',
      'DEPUTY.ALREADY_APPOINTED',
      'HANDOVER.SAME_PERSON',
      'COORDINATOR.NOT_ELIGIBLE',
      'PERSON.NOT_FOUND',
    ],
  })
  appointDeputy(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: appointDeputyBody }) body: AppointDeputyBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'appointDeputy', ...body });
  }

  @Delete('deputy')
  @CommandOperation({
    id: 'dismissDeputy',
    summary: 'Dismiss the deputy',
    description: 'Before the period is over.',
    errors: ['DEPUTY.NONE'],
  })
  dismissDeputy(@Req() request: ApiRequest, @PlanId() planId: string): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'dismissDeputy' });
  }
}
