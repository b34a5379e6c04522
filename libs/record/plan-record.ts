import type { DataSource, EntityManager } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { takesSight } from '../domain/disclosure/takes-sight.js';
import type { Given } from '../domain/plan/actor.js';
import { decide, type Decision } from '../domain/plan/decide.js';
import { DomainError, type ErrorCode } from '../domain/plan/errors.js';
import type { CommandOf, PlanCommand, PlanState } from '../domain/plan/plan.types.js';
import { planRolesOf } from '../domain/plan/rights.js';
import { sameForProcess, waitState } from '../domain/plan/wait-state.js';
import type { WaitState } from '../domain/plan/wait-state.types.js';
import type { EventLog } from '../persistence/event-log.js';
import { WordSealer } from '../persistence/sealed-words/word-sealer.js';
import { violatesUnique } from '../persistence/unique-violation.js';
import type { AfterCommit } from './after-commit.js';
import { auditRefusal } from './audit-refusal.js';
import { completed } from './completed-command.js';
import { type LockedPlan, lockPlan } from './lock-plan.js';
import { queueNotices, shardOf } from './notice-outbox.js';
import { NOTICE_TIMES } from './notice-times.js';
import type { CommandContext, Recorded } from './plan-record.types.js';
import { project } from './projections/project.js';
import { StaleSeqError, UnknowableSecondStart } from './record.errors.js';
import { checkReferences } from './references.js';
import { sendingsSettled } from './sendings-under-way.js';
import { noteWaitState } from './wait-state-outbox.js';

/** Refusals that say that somebody tried what they may not. */
const FORBIDDEN: readonly ErrorCode[] = ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'];

/** Refusals that rest on the register, where whoever does not exist works nowhere. */
const BY_THE_REGISTER: readonly ErrorCode[] = [
  'PARTICIPANT.ORGANISATION_MISSING',
  'PARTICIPANT.OTHER_ORGANISATION',
  'COORDINATOR.NOT_ELIGIBLE',
];

/** Commands that the plan's own process gives: it gets the wait state as their result and need not be told. */
const BY_THE_PROCESS: readonly string[] = ['performStep', 'reportStepProblem'];

/** What the record stands on. */
export interface RecordParts {
  /** Connected, in the application's role. */
  readonly database: DataSource;
  readonly clock: Clock;
  readonly afterCommit: AfterCommit;
  readonly events: EventLog;
  readonly audit: AuditLog;
  /** How long after its event a notice is due; as in production unless it is said otherwise. */
  readonly gatheredSeconds?: number;
}

/** What the transaction leaves to be done once it is committed. */
interface Committed {
  readonly recorded: Recorded;
  readonly tell: boolean;
  readonly notices: number;
}

/**
 * The record, where everything is decided. A command, whoever gives it, is one transaction: lock the plan, check the
 * actor, decide, append the events, update snapshot, read models and outbox. Answered means recorded.
 */
export class PlanRecord {
  constructor(private readonly parts: RecordParts) {}

  /**
   * Gives a command to a plan.
   * @throws DomainError with the rule's code; StaleSeqError if the plan has changed since `expectedSeq`;
   *   UnknowableSecondStart for a start that must not reveal another plan; UnknownReference for something that the
   *   command names and that does not exist. Nothing is changed then.
   */
  async execute(planId: string, command: PlanCommand, context: CommandContext): Promise<Recorded> {
    const committed = await this.audited(planId, command, context);
    const { recorded, tell, notices } = committed;
    if (tell) this.parts.afterCommit.waitStateChanged(planId, recorded.waitState);
    if (notices > 0) this.parts.afterCommit.noticesQueued([shardOf(planId)]);
    return recorded;
  }

  /** Says, after a commit, that a notice was queued beside the plan's events. */
  noticesQueued(planId: string): void {
    this.parts.afterCommit.noticesQueued([shardOf(planId)]);
  }

  /** A plan's state as it stands, or null. Whoever shows any of it asks the gate first. */
  async load(planId: string): Promise<PlanState | null> {
    const rows = await this.parts.database.query<{ state: PlanState }[]>(
      'SELECT state FROM plans WHERE id = $1',
      [planId],
    );
    return rows[0]?.state ?? null;
  }

  /** A plan's newest wait state, or null. */
  async waitStateOf(planId: string): Promise<WaitState | null> {
    const rows = await this.parts.database.query<{ wait_state: WaitState }[]>(
      'SELECT wait_state FROM plans WHERE id = $1',
      [planId],
    );
    return rows[0]?.wait_state ?? null;
  }

  /** A command that the actor may not give is on the audit too; one that is only wrong changes and tells nothing. */
  private async audited(planId: string, command: PlanCommand, context: CommandContext): Promise<Committed> {
    try {
      return await this.transact(planId, command, context);
    } catch (error) {
      if (error instanceof DomainError && FORBIDDEN.includes(error.code)) {
        await auditRefusal(this.parts, { planId, operation: command.type, refusal: error.code, ...context });
      }
      throw error;
    }
  }

  private async transact(planId: string, command: PlanCommand, context: CommandContext): Promise<Committed> {
    const at = await this.parts.clock.now();
    let whole = command;
    try {
      return await this.parts.database.transaction(async (manager) => {
        const locked = await lockPlan(manager, planId);
        const earlier = await givenBefore(manager, this.parts.events, planId, locked, context.commandId);
        if (earlier !== null) return { recorded: earlier, tell: false, notices: 0 };
        if (locked !== null && context.expectedSeq !== null && locked.state.seq !== context.expectedSeq) {
          throw new StaleSeqError(planId, locked.state.seq);
        }
        whole = await completed(manager, command, context.actor, at);
        const moment = locked === null ? at : later(at, locked.state.updatedAt);
        const decision = await decided(manager, planId, locked?.state ?? null, whole, {
          at: moment,
          actor: context.actor,
        });
        return await this.write(manager, planId, locked, decision, command, context, moment);
      });
    } catch (error) {
      if (whole.type === 'startPlan' && violatesUnique(error, 'uix_plans_open_citizen')) {
        return this.refuseSecondStart(whole, context, at);
      }
      if (violatesUnique(error, 'pk_plans'))
        throw new DomainError('PLAN.ALREADY_STARTED', { field: 'planId' });
      throw error;
    }
  }

  private async write(
    manager: EntityManager,
    planId: string,
    locked: LockedPlan | null,
    { events, state }: Decision,
    command: PlanCommand,
    { actor, commandId, origin }: CommandContext,
    at: string,
  ): Promise<Committed> {
    if (locked !== null && events.length === 0) {
      return {
        recorded: { planId, seq: state.seq, events, state, waitState: locked.waitState },
        tell: false,
        notices: 0,
      };
    }
    const waiting = waitState(state);
    const key = await this.parts.events.keyOf(manager, planId, at);
    const change = { before: locked?.state ?? null, after: state, events, waitState: waiting };
    await project(manager, { ...change, sealer: new WordSealer(key) });
    await this.parts.events.append(manager, { planId, events, actor, commandId }, key);
    const { gatheredSeconds = NOTICE_TIMES.gatheredSeconds } = this.parts;
    const notices = await queueNotices(manager, events, state, gatheredSeconds);
    const unchanged = locked !== null && sameForProcess(locked.waitState, waiting);
    const told = BY_THE_PROCESS.includes(command.type) ? 'byResult' : unchanged ? 'unchanged' : 'no';
    await noteWaitState(manager, planId, waiting, at, told);
    if (locked !== null && takesSight(locked.state, state, at)) await sendingsSettled(manager, planId);
    await this.parts.audit.add(manager, {
      at,
      actor,
      roles: planRolesOf(locked?.state ?? state, actor, at),
      operation: command.type === 'performStep' ? command.step : command.type,
      planId,
      events: { from: state.seq - events.length + 1, to: state.seq },
      allowed: true,
      origin,
    });
    return {
      recorded: { planId, seq: state.seq, events, state, waitState: waiting },
      tell: told === 'no',
      notices,
    };
  }

  /** Whoever may know of the citizen's open plan is told which; for all others it is as if there were none. */
  private async refuseSecondStart(
    command: CommandOf<'startPlan'>,
    context: CommandContext,
    at: string,
  ): Promise<never> {
    const rows = await this.parts.database.query<{ state: PlanState }[]>(
      'SELECT state FROM plans WHERE citizen_person_id = $1 AND ended_at IS NULL',
      [command.citizenPersonId],
    );
    const open = rows[0]?.state;
    if (open !== undefined && planRolesOf(open, context.actor, at).length > 0) {
      throw new DomainError('PLAN.CITIZEN_HAS_OPEN_PLAN', { field: 'citizenPersonId', planId: open.planId });
    }
    if (open !== undefined) {
      await auditRefusal(this.parts, {
        ...context,
        planId: open.planId,
        operation: command.type,
        refusal: 'PLAN.CITIZEN_HAS_OPEN_PLAN',
      });
      await this.execute(
        open.planId,
        { type: 'reportSecondStart' },
        { origin: context.origin, actor: { kind: 'process' }, commandId: null, expectedSeq: null },
      );
    }
    throw new UnknowableSecondStart(command);
  }
}

/** What follows from a command whose references exist; that one does not is said before what would follow from it. */
async function decided(
  manager: EntityManager,
  planId: string,
  state: PlanState | null,
  command: PlanCommand,
  given: Given,
): Promise<Decision> {
  try {
    const decision = decide(state, command, given);
    await checkReferences(manager, planId, command, given.actor, given.at);
    return decision;
  } catch (error) {
    if (error instanceof DomainError && BY_THE_REGISTER.includes(error.code)) {
      await checkReferences(manager, planId, command, given.actor, given.at);
    }
    throw error;
  }
}

/** The answer to a command that was given before under the same id. */
async function givenBefore(
  manager: EntityManager,
  events: EventLog,
  planId: string,
  locked: LockedPlan | null,
  commandId: string | null,
): Promise<Recorded | null> {
  if (locked === null || commandId === null) return null;
  const rows = await manager.query<{ first: number | null; last: number | null }[]>(
    'SELECT min(seq) AS first, max(seq) AS last FROM plan_events WHERE plan_id = $1 AND command_id = $2',
    [planId, commandId],
  );
  const { first, last } = rows[0] ?? { first: null, last: null };
  if (first === null || last === null) return null;
  const since = await events.read(manager, planId, { afterSeq: first - 1, limit: last - first + 1 });
  const given = since.map(({ seq, at, event }) => ({ seq, at, event }));
  return { planId, seq: locked.state.seq, events: given, state: locked.state, waitState: locked.waitState };
}

/** Clocks of two machines may differ by a little; a plan's own time never runs backwards. */
function later(at: string, before: string): string {
  return at < before ? before : at;
}
