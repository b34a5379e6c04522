import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';
import { MachineClientEntity, OrganisationEntity } from '../../../libs/persistence/entities/index.js';
import { violatesUnique } from '../../../libs/persistence/unique-violation.js';
import { ApiError } from '../http/api-error.js';
import { requireAdministrator } from '../register/register.rights.js';
import type { RegisterMachineClientBody } from './machine-clients.schema.js';
import type { MachineClientAnswer, MachineClientItems } from './machine-clients.view.js';

/** Machines that may sign in. */
@Injectable()
export class MachineClientsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Lets a machine sign in from now on. */
  async register(actor: PersonActor, body: RegisterMachineClientBody): Promise<MachineClientAnswer> {
    requireAdministrator(actor);
    await this.#organisationMustExist(body.organisationId);
    const client: MachineClientEntity = {
      id: randomUUID(),
      ...body,
      registeredBy: actor.personId,
      registeredAt: await this.clock.now(),
      endedBy: null,
      endedAt: null,
    };
    try {
      await this.database.getRepository(MachineClientEntity).insert(client);
    } catch (error) {
      throw violatesUnique(error) ? new ApiError('CLIENT.ALREADY_REGISTERED') : error;
    }
    return answerOf(client);
  }

  /** From now on its tokens are refused, those that it has among them. One that has ended stays as it ended. */
  async end(actor: PersonActor, id: string): Promise<MachineClientAnswer> {
    requireAdministrator(actor);
    const clients = this.database.getRepository(MachineClientEntity);
    const ending = { endedBy: actor.personId, endedAt: await this.clock.now() };
    await clients.update({ id, endedAt: IsNull() }, ending);
    const client = await clients.findOneBy({ id });
    if (client === null) throw new ApiError('CLIENT.NOT_FOUND');
    return answerOf(client);
  }

  /** All of them, those that ended too, by their time. */
  async list(actor: PersonActor): Promise<MachineClientItems> {
    requireAdministrator(actor);
    const order = { registeredAt: 'ASC', id: 'ASC' } as const;
    const clients = await this.database.getRepository(MachineClientEntity).find({ order });
    return { items: clients.map(answerOf) };
  }

  async #organisationMustExist(id: string | null): Promise<void> {
    if (id === null) return;
    if (await this.database.getRepository(OrganisationEntity).existsBy({ id })) return;
    const errors = [{ field: '/organisationId', expected: 'an id that exists' }];
    throw new ApiError('ORGANISATION.NOT_FOUND', { errors });
  }
}

function answerOf(client: MachineClientEntity): MachineClientAnswer {
  const { id, clientId, name, organisationId, scopes, registeredAt, endedAt } = client;
  return { machineClientId: id, clientId, name, organisationId, scopes, registeredAt, endedAt };
}
