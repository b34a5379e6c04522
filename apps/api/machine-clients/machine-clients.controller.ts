import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdempotencyStore } from '../commands/idempotency.store.js';
import type { ApiRequest } from '../http/api-request.js';
import { originOf } from '../http/origin.js';
import { Id } from '../http/parameters.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { ReadOperation, WriteOperation } from '../openapi/operation.decorator.js';
import { type RegisterMachineClientBody, registerMachineClientBody } from './machine-clients.schema.js';
import { MachineClientsService } from './machine-clients.service.js';
import {
  MACHINE_CLIENT_EXAMPLE,
  type MachineClientAnswer,
  machineClientAnswer,
  type MachineClientItems,
  machineClientItems,
} from './machine-clients.view.js';

/** Machines that sign in for themselves (OAuth 2.0 client credentials). */
@ApiTags('register')
@Controller('machine-clients')
export class MachineClientsController {
  constructor(
    private readonly clients: MachineClientsService,
    private readonly idempotency: IdempotencyStore,
  ) {}

  @Post()
  @WriteOperation({
    id: 'registerMachineClient',
    summary: 'Let a machine sign in',
    description:
      'By an administrator. The machine may do what it is registered for here and was granted by the identity ' +
      'provider. It has no role in any plan.',
    request: {
      clientId: 'testkoebing-staff-import',
      name: 'Import af medarbejdere',
      organisationId: EXAMPLE_IDS.organisation,
      scopes: ['register.read', 'register.write'],
    },
    answer: machineClientAnswer,
    example: MACHINE_CLIENT_EXAMPLE,
    errors: ['ORGANISATION.NOT_FOUND', 'CLIENT.ALREADY_REGISTERED'],
  })
  registerMachineClient(
    @Req() request: ApiRequest,
    @Body({ schema: registerMachineClientBody }) body: RegisterMachineClientBody,
  ): Promise<MachineClientAnswer> {
    const registrar = { actor: request.actor, origin: originOf(request) };
    return this.idempotency.once(request, {
      first: (turn) => this.clients.register(registrar, body, turn),
      kept: ({ machineClientId }) => ({ machineClientId }),
      again: ({ machineClientId }) =>
        this.clients.answerAgain('registerMachineClient', registrar, machineClientId),
    });
  }

  @Post(':machineClientId/end')
  @WriteOperation({
    id: 'endMachineClient',
    summary: 'Let a machine in no longer',
    status: 200,
    description: 'By an administrator. Its tokens are refused from then on.',
    answer: machineClientAnswer,
    example: { ...MACHINE_CLIENT_EXAMPLE, endedAt: '2027-06-01T09:00:00.000Z' },
    errors: ['CLIENT.NOT_FOUND'],
  })
  endMachineClient(
    @Req() request: ApiRequest,
    @Id('machineClientId') machineClientId: string,
  ): Promise<MachineClientAnswer> {
    const registrar = { actor: request.actor, origin: originOf(request) };
    return this.idempotency.once(request, {
      first: () => this.clients.end(registrar, machineClientId),
      kept: () => ({ machineClientId }),
      again: () => this.clients.answerAgain('endMachineClient', registrar, machineClientId),
    });
  }

  @Get()
  @ReadOperation({
    id: 'listMachineClients',
    summary: 'Machines that may sign in',
    description: 'For administrators; those that ended are among them.',
    answer: machineClientItems,
    example: { items: [MACHINE_CLIENT_EXAMPLE] },
    errors: ['ACTOR.NOT_PERMITTED'],
  })
  listMachineClients(@Req() request: ApiRequest): Promise<MachineClientItems> {
    return this.clients.list(request.actor);
  }
}
