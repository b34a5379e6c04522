import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import { IdempotencyKeyEntity } from '../../../libs/persistence/entities/idempotency-key.entity.js';
import { ApiError } from '../http/api-error.js';
import type { Intention } from './idempotency-key.js';

/** Remembers what was asked under which key, and what was answered. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes that an intention is being served.
   * @returns The answer that was given to it before, or null if there is none yet.
   * @throws ApiError IDEMPOTENCY.KEY_REUSED if its key was used for another request.
   */
  async begin(intention: Intention): Promise<unknown> {
    const keys = this.database.getRepository(IdempotencyKeyEntity);
    const { actorKey, key, requestHash } = intention;
    await keys
      .createQueryBuilder()
      .insert()
      .values({ actorKey, key, requestHash, createdAt: await this.clock.now() })
      .orIgnore()
      .execute();
    const known = await keys.findOneByOrFail({ actorKey, key });
    if (!known.requestHash.equals(requestHash)) throw new ApiError('IDEMPOTENCY.KEY_REUSED');
    return known.status === null ? null : known.response;
  }

  /** Keeps the answer, so that asking again gets the same. */
  async finish(intention: Intention, status: number, response: object): Promise<void> {
    const { actorKey, key } = intention;
    await this.database.getRepository(IdempotencyKeyEntity).update({ actorKey, key }, { status, response });
  }
}
