import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import { isUuid } from '../../../libs/contracts/ids.js';
import type { Instant } from '../../../libs/domain/calendar/index.js';
import { IdempotencyKeyEntity } from '../../../libs/persistence/entities/idempotency-key.entity.js';
import { Vault } from '../../../libs/persistence/vault.js';
import { ApiError } from '../http/api-error.js';
import type { AuthenticatedRequest } from '../http/api-request.js';
import { type Intention, intentionOf } from './idempotency-key.js';

/** The turn of a request to be served. */
export interface Turn {
  /** Id that follows from the key; null without a key. */
  readonly commandId: string | null;
  /** When the key was used first. */
  readonly since: Instant;
}

/** The same, with how to do something once that knows no id of its own. */
export interface FirstTurn<T> extends Turn {
  /**
   * Works in the transaction in which everything is done that is done: whoever comes with the same key at the same moment
   * waits for its end, and then is answered as one who comes later.
   */
  within(manager: EntityManager, work: () => Promise<T>): Promise<T>;
}

/** What a key can name: done once, and answered again whenever it is asked for again. */
export interface Once<T extends object, K extends object> {
  /** Does it. What was broken off before it was answered is done again: it recognises its id, or works within its turn. */
  first(turn: FirstTurn<T>): Promise<T>;
  /** What is kept of the answer: ids and numbers, nothing of what it tells. */
  kept(answer: T): K;
  /** Answers again without doing anything: the right is asked anew, and what is told is read anew or was asked with. */
  again(kept: K, turn: Turn): Promise<T>;
}

/** Remembers what was asked under which key, and by which ids it can be answered again. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /**
   * Serves a request once per Idempotency-Key, however often and at whichever moment it comes.
   * @throws ApiError IDEMPOTENCY.KEY_INVALID, or IDEMPOTENCY.KEY_REUSED if the key named another request.
   */
  async once<T extends object, K extends object>(
    request: AuthenticatedRequest,
    served: Once<T, K>,
  ): Promise<T> {
    const intention = intentionOf(request);
    const since = await this.clock.now();
    if (intention === null) return served.first({ commandId: null, since, within: (_, work) => work() });
    const begun = await this.begin(intention, since);
    const turn = { commandId: intention.commandId, since: begun.since };
    if (begun.kept !== null) return served.again(begun.kept as K, turn);
    const finish = (manager: EntityManager, answer: T): Promise<void> =>
      this.finish(manager, intention, request, answer, served.kept(answer));
    try {
      const progress = { finished: false };
      const answer = await served.first({
        ...turn,
        within: async (manager, work) => {
          await this.take(manager, intention);
          const done = await work();
          await finish(manager, done);
          progress.finished = true;
          return done;
        },
      });
      if (!progress.finished) await finish(this.database.manager, answer);
      return answer;
    } catch (error) {
      if (!(error instanceof ServedMeanwhile)) throw error;
      const { kept } = await this.begin(intention, since);
      if (kept === null) throw new Error('What was served at the same moment has left no answer.');
      return served.again(kept as K, turn);
    }
  }

  /** When the key was used first, and what was kept of the answer, if there was one. */
  private async begin(intention: Intention, createdAt: Instant): Promise<{ since: Instant; kept: unknown }> {
    const keys = this.database.getRepository(IdempotencyKeyEntity);
    const { actorKey, key } = intention;
    // Under a key: what a short request says, such as a number, is guessed in no time from a plain hash.
    const requestHash = this.vault.cipher.hash(`request ${intention.requestHash.toString('base64')}`);
    await keys
      .createQueryBuilder()
      .insert()
      .values({ actorKey, key, requestHash, createdAt })
      .orIgnore()
      .execute();
    const known = await keys.findOneByOrFail({ actorKey, key });
    if (!known.requestHash.equals(requestHash)) throw new ApiError('IDEMPOTENCY.KEY_REUSED');
    return { since: known.createdAt, kept: this.keptIn(known, intention) };
  }

  private keptIn({ response }: IdempotencyKeyEntity, intention: Intention): unknown {
    if (response === null) return null;
    return JSON.parse(this.vault.cipher.decrypt(response, placeOf(intention)).toString('utf8'));
  }

  /** Holds the key until the transaction ends. @throws ServedMeanwhile if somebody else held it and answered. */
  private async take(manager: EntityManager, { actorKey, key }: Intention): Promise<void> {
    const rows = await manager.query<{ served: boolean }[]>(
      `SELECT response IS NOT NULL AS served FROM idempotency_keys WHERE actor_key = $1 AND key = $2 FOR UPDATE`,
      [actorKey, key],
    );
    if (rows[0]?.served === true) throw new ServedMeanwhile();
  }

  private async finish(
    manager: EntityManager,
    intention: Intention,
    request: AuthenticatedRequest,
    answer: object,
    kept: object,
  ): Promise<void> {
    const { actorKey, key } = intention;
    const response = this.vault.cipher.encrypt(JSON.stringify(kept), placeOf(intention));
    const status = request.res?.statusCode ?? 200;
    const subjectId = subjectOf(request, answer);
    await manager
      .getRepository(IdempotencyKeyEntity)
      .update({ actorKey, key }, { status, response, subjectId });
  }
}

/** Somebody else served the same intention at the same moment. */
class ServedMeanwhile extends Error {
  override readonly name = 'ServedMeanwhile';
}

/** The plan or person that an answer tells of: with them it is erased. */
function subjectOf({ params }: AuthenticatedRequest, answer: object): string | null {
  const named = { ...answer, ...params } as Readonly<Record<string, unknown>>;
  const subject = named['planId'] ?? named['personId'];
  return typeof subject === 'string' && isUuid(subject) ? subject : null;
}

/** What was kept is read only under the intention that it was kept for. */
function placeOf({ actorKey, key }: Intention): string {
  return `answer ${actorKey} ${key}`;
}
