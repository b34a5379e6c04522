import { Injectable } from '@nestjs/common';
import { Clock } from '../../../libs/clock/clock.js';
import { decide } from '../../../libs/domain/plan/decide.js';
import { DomainError } from '../../../libs/domain/plan/errors.js';
import type { CommandType, PlanCommand } from '../../../libs/domain/plan/plan.types.js';
import { waitState } from '../../../libs/domain/plan/wait-state.js';
import { PlanRecord } from '../../../libs/record/plan-record.js';
import type { Recorded } from '../../../libs/record/plan-record.types.js';
import { StaleSeqError, UnknowableSecondStart } from '../../../libs/record/record.errors.js';
import { ApiError } from '../http/api-error.js';
import type { ApiRequest } from '../http/api-request.js';
import { originOf } from '../http/origin.js';
import { knowsOfPlan, seesWholePlan } from '../../../libs/domain/disclosure/sight.js';
import { type CommandAnswer, commandAnswerOf } from './command-answer.js';
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
    private readonly clock: Clock,
    private readonly idempotency: IdempotencyStore,
  ) {}

  /**
   * Gives a command to a plan, and sets the answer's ETag.
   * @throws DomainError what the rules refuse; UnknownReference for what the command names and does not exist; ApiError
   *   for a key or precondition that does not hold.
   */
  async give(request: ApiRequest, planId: string, command: PlanCommand): Promise<CommandAnswer> {
    const { tag, answer } = await this.idempotency.once(request, (commandId) =>
      this.answered(request, planId, command, commandId),
    );
    request.res?.setHeader('ETag', tag);
    return answer;
  }

  private async answered(
    request: ApiRequest,
    planId: string,
    command: PlanCommand,
    commandId: string | null,
  ): Promise<Answered> {
    const recorded = await this.recorded(request, planId, command, commandId);
    const seesAll = seesWholePlan(recorded.state, request.actor, recorded.state.updatedAt);
    return { tag: tagOf(recorded, command), answer: commandAnswerOf(recorded, seesAll) };
  }

  private async recorded(
    request: ApiRequest,
    planId: string,
    command: PlanCommand,
    commandId: string | null,
  ): Promise<Recorded> {
    try {
      return await this.record.execute(planId, command, {
        actor: request.actor,
        commandId,
        expectedSeq: OWN_PRECONDITION.has(command.type) ? null : ifMatch(request),
        origin: originOf(request),
      });
    } catch (error) {
      if (error instanceof UnknowableSecondStart) return this.asAnyStart(request, planId, error.command);
      if (error instanceof StaleSeqError) return this.refuseStale(request, error);
      throw error;
    }
  }

  /** The answer to a start that made nothing must not tell that the citizen has a plan already. */
  private async asAnyStart(request: ApiRequest, planId: string, command: PlanCommand): Promise<Recorded> {
    const at = await this.clock.now();
    const { events, state } = decide(null, command, { at, actor: request.actor });
    return { planId, seq: state.seq, events, state, waitState: waitState(state) };
  }

  /** That a plan has changed is told only to those who may know of it. */
  private async refuseStale(request: ApiRequest, error: StaleSeqError): Promise<never> {
    const state = await this.record.load(error.planId);
    const knows = state !== null && knowsOfPlan(state, request.actor, await this.clock.now());
    if (!knows) throw new DomainError('PLAN.NOT_FOUND');
    throw new ApiError('PRECONDITION.FAILED', { headers: { ETag: entityTag(error.currentSeq) } });
  }
}

function tagOf(recorded: Recorded, command: PlanCommand): string {
  if (command.type !== 'saveSection') return entityTag(recorded.seq);
  return entityTag(recorded.state.sections[command.section]?.revision ?? 0);
}
