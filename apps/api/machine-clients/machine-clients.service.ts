import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';
import { MachineClientEntity, OrganisationEntity } from '../../../libs/persistence/entities/index.js';
import { violatesUnique } from '../../../libs/persistence/unique-violation.js';
import { ApiError } from '../http/api-error.js';
import type { FirstTurn } from '../commands/idempotency.store.js';
import { type About, RegisterAudit, type Registrar } from '../register/register-audit.service.js';
import { requireAdministrator } from '../register/register.rights.js';
import type { RegisterMachineClientBody } from './machine-clients.schema.js';
import type { MachineClientAnswer, MachineClientItems } from './machine-clients.view.js';

/** Machines that may sign in. */
@Injectable()
export class MachineClientsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly audit: RegisterAudit,
  ) {}

  /** Lets a machine sign in from now on. */
  register(
    registrar: Registrar<PersonActor>,
    body: RegisterMachineClientBody,
    turn: FirstTurn<MachineClientAnswer>,
  ): Promise<MachineClientAnswer> {
    const about = aboutOrganisation(body.organisationId);
    return this.audit.refusals(registrar, 'registerMachineClient', about, async () => {
      requireAdministrator(registrar.actor);
      await this.#organisationMustExist(body.organisationId);
      const client: MachineClientEntity = {
        id: randomUUID(),
        ...body,
        registeredBy: registrar.actor.personId,
        registeredAt: await this.clock.now(),
        endedBy: null,
        endedAt: null,
      };
      try {
        return await this.database.transaction((manager) =>
          turn.within(manager, async () => {
            await manager.getRepository(MachineClientEntity).insert(client);
            await this.audit.done(manager, registrar, 'registerMachineClient', about);
            return answerOf(client);
          }),
        );
      } catch (error) {
        throw violatesUnique(error) ? new ApiError('CLIENT.ALREADY_REGISTERED') : error;
      }
    });
  }

  /** From now on its tokens are refused, those that it has among them. One that has ended stays as it ended. */
  end(registrar: Registrar<PersonActor>, id: string): Promise<MachineClientAnswer> {
    return this.audit.refusals(registrar, 'endMachineClient', {}, async () => {
      requireAdministrator(registrar.actor);
      const endedAt = await this.clock.now();
      return this.database.transaction(async (manager) => {
        const clients = manager.getRepository(MachineClientEntity);
        const ending = { endedBy: registrar.actor.personId, endedAt };
        const { affected } = await clients.update({ id, endedAt: IsNull() }, ending);
        const client = await clients.findOneBy({ id });
        if (client === null) throw new ApiError('CLIENT.NOT_FOUND');
        const about = aboutOrganisation(client.organisationId);
        if (affected === 1) await this.audit.done(manager, registrar, 'endMachineClient', about);
        return answerOf(client);
      });
    });
  }

  /** Answers again for a machine that was registered or ended before, as it is by now. */
  answerAgain(
    operation: 'registerMachineClient' | 'endMachineClient',
    registrar: Registrar<PersonActor>,
    id: string,
  ): Promise<MachineClientAnswer> {
    return this.audit.refusals(registrar, operation, {}, async () => {
      requireAdministrator(registrar.actor);
      const client = await this.database.getRepository(MachineClientEntity).findOneBy({ id });
      if (client === null) throw new ApiError('CLIENT.NOT_FOUND');
      await this.audit.repeated(registrar, operation, aboutOrganisation(client.organisationId));
      return answerOf(client);
    });
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

function aboutOrganisation(organisationId: string | null): About {
  return organisationId === null ? {} : { subjectOrganisationId: organisationId };
}

function answerOf(client: MachineClientEntity): MachineClientAnswer {
  const { id, clientId, name, organisationId, scopes, registeredAt, endedAt } = client;
  return { machineClientId: id, clientId, name, organisationId, scopes, registeredAt, endedAt };
}
