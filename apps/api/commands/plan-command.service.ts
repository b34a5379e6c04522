import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../libs/domain/plan/actor.js';
import type { CommandType, PlanCommand } from '../../../libs/domain/plan/plan.types.js';
import { PlanRecord } from '../../../libs/record/plan-record.js';
import type { Recorded } from '../../../libs/record/plan-record.types.js';
import type { ApiRequest } from '../http/api-request.js';
import { correlationIdOf } from '../http/correlation.js';
import { seesWholePlan } from '../reading/plan-access.js';
import { type CommandAnswer, commandAnswerOf } from './command-answer.js';
import { type Intention, intentionOf } from './idempotency-key.js';
import { IdempotencyStore } from './idempotency.store.js';
import { entityTag, ifMatch } from './preconditions.js';

/** Commands whose If-Match is of the section that they edit, not of the plan. */
const OWN_PRECONDITION: ReadonlySet<CommandType> = new Set(['saveSection']);

interface Answered {
  readonly tag: string;
  readonly answer: CommandAnswer;
}

/** The one way from a request to the record: actor, idempotency, precondition, answer. */
@Injectable()
export class PlanCommandService {
  constructor(
    private readonly record: PlanRecord,
    private readonly idempotency: IdempotencyStore,
  ) {}

  /**
   * Gives a command to a plan, and sets the answer's ETag.
   * @throws DomainError what the rules refuse; ApiError for a key or precondition that does not hold.
   */
  async give(request: ApiRequest, planId: string, command: PlanCommand): Promise<CommandAnswer> {
    const intention = intentionOf(request);
    const known = intention === null ? null : ((await this.idempotency.begin(intention)) as Answered | null);
    const answered = known ?? (await this.execute(request, planId, command, intention));
    request.res?.setHeader('ETag', answered.tag);
    return answered.answer;
  }

  private async execute(
    request: ApiRequest,
    planId: string,
    command: PlanCommand,
    intention: Intention | null,
  ): Promise<Answered> {
    const recorded = await this.record.execute(planId, command, {
      actor: request.actor,
      commandId: intention?.commandId ?? null,
      expectedSeq: OWN_PRECONDITION.has(command.type) ? null : ifMatch(request),
      correlationId: correlationIdOf(request),
    });
    const answered = { tag: tagOf(recorded, command), answer: answerFor(recorded, request.actor) };
    if (intention !== null) await this.idempotency.finish(intention, 200, answered);
    return answered;
  }
}

function answerFor(recorded: Recorded, actor: Actor): CommandAnswer {
  return commandAnswerOf(recorded, seesWholePlan(recorded.state, actor, recorded.state.updatedAt));
}

function tagOf(recorded: Recorded, command: PlanCommand): string {
  if (command.type !== 'saveSection') return entityTag(recorded.seq);
  return entityTag(recorded.state.sections[command.section]?.revision ?? 0);
}
