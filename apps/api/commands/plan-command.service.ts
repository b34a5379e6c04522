import { Injectable } from '@nestjs/common';
import { Clock } from '../../../libs/clock/clock.js';
import type { Instant } from '../../../libs/domain/calendar/index.js';
import { decide } from '../../../libs/domain/plan/decide.js';
import { DomainError } from '../../../libs/domain/plan/errors.js';
import type { CommandType, PlanCommand } from '../../../libs/domain/plan/plan.types.js';
import { waitState } from '../../../libs/domain/plan/wait-state.js';
import { PlanRecord } from '../../../libs/record/plan-record.js';
import type { CommandContext, Recorded } from '../../../libs/record/plan-record.types.js';
import { StaleSeqError, UnknowableSecondStart } from '../../../libs/record/record.errors.js';
import { ApiError } from '../http/api-error.js';
import type { ApiRequest } from '../http/api-request.js';
import { originOf } from '../http/origin.js';
import { knowsOfPlan, seesWholePlan } from '../../../libs/domain/disclosure/sight.js';
import { type CommandAnswer, commandAnswerOf } from './command-answer.js';
import { IdempotencyStore, type Turn } from './idempotency.store.js';
import { entityTag, ifMatch } from './preconditions.js';

/** Commands whose If-Match is of the section that they edit, not of the plan. */
const OWN_PRECONDITION: ReadonlySet<CommandType> = new Set(['saveSection']);

interface Answered {
  readonly tag: string;
  readonly answer: CommandAnswer;
  /** Whether it is the answer to a start that made nothing. */
  readonly pretended: boolean;
}

/** What is kept of an answer for when it is asked for again. */
type KeptAnswer = Pick<CommandAnswer, 'seq'> & Pick<Answered, 'pretended'>;

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
    const { tag, answer } = await this.idempotency.once<Answered, KeptAnswer>(request, {
      first: ({ commandId, since }) => this.answered(request, planId, command, commandId, since),
      kept: ({ answer: { seq }, pretended }) => ({ seq, pretended }),
      again: (kept, turn) => this.answeredAgain(request, planId, command, kept, turn),
    });
    request.res?.setHeader('ETag', tag);
    return answer;
  }

  private async answered(
    request: ApiRequest,
    planId: string,
    command: PlanCommand,
    commandId: string | null,
    since: Instant,
  ): Promise<Answered> {
    try {
      const context = {
        ...contextOf(request, commandId),
        expectedSeq: OWN_PRECONDITION.has(command.type) ? null : ifMatch(request),
      };
      return await this.told(command, await this.record.execute(planId, command, context));
    } catch (error) {
      if (error instanceof UnknowableSecondStart) return this.asAnyStart(request, planId, command, since);
      if (error instanceof StaleSeqError) return this.refuseStale(request, error);
      throw error;
    }
  }

  /** What was answered before says nothing that the actor may not know by now. */
  private async answeredAgain(
    request: ApiRequest,
    planId: string,
    command: PlanCommand,
    { seq, pretended }: KeptAnswer,
    { commandId, since }: Turn,
  ): Promise<Answered> {
    const context = { ...contextOf(request, commandId), expectedSeq: null };
    if (pretended) {
      await this.record.refusedAgain(planId, context);
      return this.asAnyStart(request, planId, command, since);
    }
    return this.told(command, await this.record.answerAgain(planId, command, context, seq));
  }

  private async told(command: PlanCommand, recorded: Recorded): Promise<Answered> {
    const { state, actor } = recorded;
    const now = await this.clock.now();
    const seesAll = seesWholePlan(state, actor, now < state.updatedAt ? state.updatedAt : now);
    return { tag: tagOf(recorded, command), answer: commandAnswerOf(recorded, seesAll), pretended: false };
  }

  /** The answer to a start that made nothing must not tell that there is a plan already, however often it is asked for. */
  private async asAnyStart(
    request: ApiRequest,
    planId: string,
    command: PlanCommand,
    at: Instant,
  ): Promise<Answered> {
    const actor = await this.record.actingNow(request.actor);
    const start = await this.record.completed(planId, command, actor, at);
    const { events, state } = decide(null, start, { at, actor });
    const recorded = { planId, seq: state.seq, events, state, waitState: waitState(state), actor };
    return { ...(await this.told(command, recorded)), pretended: true };
  }

  /** That a plan has changed is told only to those who may know of it. */
  private async refuseStale(request: ApiRequest, error: StaleSeqError): Promise<never> {
    const state = await this.record.load(error.planId);
    const actor = await this.record.actingNow(request.actor);
    const knows = state !== null && knowsOfPlan(state, actor, await this.clock.now());
    if (!knows) throw new DomainError('PLAN.NOT_FOUND');
    throw new ApiError('PRECONDITION.FAILED', { headers: { ETag: entityTag(error.currentSeq) } });
  }
}

function contextOf(request: ApiRequest, commandId: string | null): Omit<CommandContext, 'expectedSeq'> {
  return { actor: request.actor, commandId, origin: originOf(request) };
}

/** What the command led to, not what others made of it since: an edit under this tag is an edit of that. */
function tagOf({ seq, events, state }: Recorded, command: PlanCommand): string {
  if (command.type !== 'saveSection') return entityTag(seq);
  const saved = events.find(({ event }) => event.type === 'sectionSaved')?.event;
  const revision =
    saved?.type === 'sectionSaved' ? saved.revision : state.sections[command.section]?.revision;
  return entityTag(revision ?? 0);
}
