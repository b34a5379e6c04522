import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import { isUuid } from '../../../libs/contracts/ids.js';
import { IdempotencyKeyEntity } from '../../../libs/persistence/entities/idempotency-key.entity.js';
import { Vault } from '../../../libs/persistence/vault.js';
import { ApiError } from '../http/api-error.js';
import type { AuthenticatedRequest } from '../http/api-request.js';
import { type Intention, intentionOf } from './idempotency-key.js';

/** Remembers what was asked under which key, and what was answered. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /**
   * Serves a request once per Idempotency-Key: asked again, it is answered as the first time. What was refused, or
   * broken off before it was answered, is tried again; then the work recognises its own id.
   * @param work Gets the id that follows from the key; null without a key.
   * @throws ApiError IDEMPOTENCY.KEY_INVALID, or IDEMPOTENCY.KEY_REUSED if the key named another request.
   */
  async once<T extends object>(
    request: AuthenticatedRequest,
    work: (commandId: string | null) => Promise<T>,
  ): Promise<T> {
    const intention = intentionOf(request);
    if (intention === null) return work(null);
    const known = await this.begin(intention);
    if (known !== null) return known as T;
    const answer = await work(intention.commandId);
    await this.finish(intention, request, answer);
    return answer;
  }

  private async begin(intention: Intention): Promise<unknown> {
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
    if (known.response === null) return null;
    return JSON.parse(this.vault.cipher.decrypt(known.response, placeOf(intention)).toString('utf8'));
  }

  private async finish(intention: Intention, request: AuthenticatedRequest, answer: object): Promise<void> {
    const { actorKey, key } = intention;
    const response = this.vault.cipher.encrypt(JSON.stringify(answer), placeOf(intention));
    const status = request.res?.statusCode ?? 200;
    const subjectId = subjectOf(request, answer);
    await this.database
      .getRepository(IdempotencyKeyEntity)
      .update({ actorKey, key }, { status, response, subjectId });
  }
}

/** The plan or person that an answer tells of: with them it is erased. */
function subjectOf({ params }: AuthenticatedRequest, answer: object): string | null {
  const named = { ...answer, ...params } as Readonly<Record<string, unknown>>;
  const subject = named['planId'] ?? named['personId'];
  return typeof subject === 'string' && isUuid(subject) ? subject : null;
}

/** An answer is read only under the intention that it was given to. */
function placeOf({ actorKey, key }: Intention): string {
  return `answer ${actorKey} ${key}`;
}
