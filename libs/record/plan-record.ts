import type { DataSource, EntityManager } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { takesSight } from '../domain/disclosure/takes-sight.js';
import type { Actor } from '../domain/plan/actor.js';
import type { Decision } from '../domain/plan/decide.js';
import { DomainError, type ErrorCode, required } from '../domain/plan/errors.js';
import { openFor } from '../domain/plan/merging.js';
import type { PlanCommand, PlanState } from '../domain/plan/plan.types.js';
import { planRolesOf } from '../domain/plan/rights.js';
import { sameForProcess, waitState } from '../domain/plan/wait-state.js';
import type { WaitState } from '../domain/plan/wait-state.types.js';
import { historyWith, NO_HISTORY } from '../persistence/event-history.js';
import type { EventLog, PreparedEvents } from '../persistence/event-log.js';
import { WordSealer } from '../persistence/sealed-words/word-sealer.js';
import { proofOf } from '../persistence/snapshots/verified-rows.js';
import { violatesUnique } from '../persistence/unique-violation.js';
import type { AfterCommit } from './after-commit.js';
import { auditRefusal } from './audit-refusal.js';
import type { CustodyRegister } from './custody-register.js';
import { completed } from './completed-command.js';
import { derivedId } from './derived-id.js';
import { actingNow } from './employments.js';
import { followingFrom } from './following-from.js';
import { givenBefore, later, repeated } from './given-before.js';
import { holdMerged, type LockedPlan, lockPlanFor } from './lock-plan.js';
import { queueNotices, shardOf } from './notice-outbox.js';
import { NOTICE_TIMES } from './notice-times.js';
import type { CommandContext, Recorded } from './plan-record.types.js';
import { project } from './projections/project.js';
import { StaleSeqError, TakenPlanId } from './record.errors.js';
import { registerDeath } from './register-death.js';
import { refuseSecondStart } from './second-start.js';
import { sendingsSettled } from './sendings-under-way.js';
import { noteWaitState } from './wait-state-outbox.js';

/** Refusals that say that somebody tried what they may not. */
const FORBIDDEN: readonly ErrorCode[] = ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'];

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
  /** Who knows who holds custody; without one a second person confirms. */
  readonly custodyRegister?: CustodyRegister | null;
}

/** What the transaction leaves to be done once it is committed. */
interface Committed {
  readonly recorded: Recorded;
  readonly tell: boolean;
  readonly notices: number;
  /** What was recorded in the plan that this one was merged into. */
  readonly beside?: { readonly planId: string; readonly committed: Committed };
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
   *   UnknowableSecondStart for a start that must not reveal another plan (a reopening is refused as for other reasons);
   *   UnknownReference for something that the command names and that does not exist. Nothing is changed then.
   */
  async execute(planId: string, command: PlanCommand, context: CommandContext): Promise<Recorded> {
    const committed = await this.audited(planId, command, context, () =>
      this.transact(planId, command, context),
    );
    this.tellAfter(planId, committed);
    return committed.recorded;
  }

  /**
   * Gives a command of the process as a part of a larger transaction, so that it stands or falls with it.
   * @returns What is to be done once that is committed.
   * @throws DomainError as `execute` does
   */
  async executeWithin(
    manager: EntityManager,
    planId: string,
    command: PlanCommand,
    context: CommandContext,
  ): Promise<() => void> {
    const at = await this.parts.clock.now();
    const committed = await this.decidedIn(manager, planId, command, context, at);
    return () => {
      this.tellAfter(planId, committed);
    };
  }

  /**
   * Answers a command again that was answered before under its id. The right is asked anew, and nothing is decided.
   * @param seq What the plan's seq was when it was answered, for a command that led to no event.
   * @throws DomainError PLAN.NOT_FOUND for an actor who may not know of the plan any more
   */
  answerAgain(planId: string, command: PlanCommand, context: CommandContext, seq: number): Promise<Recorded> {
    return this.audited(planId, command, context, async () => {
      const at = await this.parts.clock.now();
      return this.parts.database.transaction(async (manager) => {
        const { audit, events } = this.parts;
        const { plan, actor } = await lockPlanFor(manager, planId, context.actor);
        const locked = required(plan, 'PLAN.NOT_FOUND');
        const given = await givenBefore(manager, events, planId, context.commandId);
        const recorded = await repeated(manager, audit, locked, given ?? [], {
          ...context,
          actor,
          command,
          at,
        });
        return given === null ? { ...recorded, seq } : recorded;
      });
    });
  }

  /** Notes that somebody asked again for the answer to a start that made nothing. */
  refusedAgain(planId: string, { actor, origin }: Omit<CommandContext, 'expectedSeq'>): Promise<void> {
    const refusal = 'PLAN.CITIZEN_HAS_OPEN_PLAN';
    return auditRefusal(this.parts, { planId, actor, origin, operation: 'startPlan', refusal });
  }

  /** Says, after a commit, that a notice was queued beside the plan's events. */
  noticesQueued(planId: string): void {
    this.parts.afterCommit.noticesQueued([shardOf(planId)]);
  }

  /** A command as it would be decided: with what only the record knows. Nothing is changed. */
  completed(planId: string, command: PlanCommand, actor: Actor, at: string): Promise<PlanCommand> {
    return completed(this.parts.database.manager, planId, command, actor, at);
  }

  /** An actor as the register has them now. */
  actingNow<A extends Actor>(actor: A): Promise<A> {
    return actingNow(this.parts.database, actor);
  }

  /** A plan's state as it stands, or null. Whoever shows any of it asks the gate first. */
  async load(planId: string): Promise<PlanState | null> {
    const rows = await this.parts.database.query<{ state: PlanState }[]>(
      'SELECT id, state FROM plans WHERE id = $1',
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
  private async audited<T>(
    planId: string,
    command: PlanCommand,
    context: CommandContext,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && FORBIDDEN.includes(error.code)) {
        await auditRefusal(this.parts, { planId, operation: command.type, refusal: error.code, ...context });
      }
      throw error;
    }
  }

  private async transact(planId: string, command: PlanCommand, context: CommandContext): Promise<Committed> {
    const at = await this.parts.clock.now();
    try {
      return await this.decided(planId, command, context, at);
    } catch (error) {
      const taken = error instanceof TakenPlanId || violatesUnique(error, 'pk_plans');
      const second = violatesUnique(error, 'uix_plans_open_citizen');
      if (!(taken || second)) throw error;
      const meanwhile =
        command.type === 'startPlan' ? await this.startedMeanwhile(planId, command, context, at) : null;
      if (meanwhile !== null) return meanwhile;
      const secondStart = { planId, command, context, at };
      const report = (openPlanId: string): Promise<void> => this.report(openPlanId, context);
      return refuseSecondStart(this.parts, secondStart, taken, report);
    }
  }

  private decided(
    planId: string,
    command: PlanCommand,
    signedIn: CommandContext,
    at: string,
  ): Promise<Committed> {
    return this.parts.database.transaction((manager) =>
      this.decidedIn(manager, planId, command, signedIn, at),
    );
  }

  private async decidedIn(
    manager: EntityManager,
    planId: string,
    command: PlanCommand,
    signedIn: CommandContext,
    at: string,
  ): Promise<Committed> {
    await holdMerged(manager, planId, command);
    const { plan: locked, actor } = await lockPlanFor(manager, planId, signedIn.actor);
    const context = { ...signedIn, actor };
    const earlier = await this.earlier(manager, locked, command, context, at);
    if (earlier !== null) return earlier;
    const moment = locked === null ? at : later(at, locked.state.updatedAt);
    // A plan that the actor may not know of is to a start as if it were not there.
    const hidden = command.type === 'startPlan' && !knows(locked, context.actor, moment);
    const before = hidden ? null : locked;
    if (before !== null && context.expectedSeq !== null && before.state.seq !== context.expectedSeq) {
      throw new StaleSeqError(planId, before.state.seq);
    }
    const { custodyRegister = null } = this.parts;
    const complete = await completed(manager, planId, command, context.actor, at, custodyRegister);
    const decision = await followingFrom(manager, planId, before?.state ?? null, complete, {
      at: moment,
      actor: context.actor,
    });
    if (hidden && locked !== null) throw new TakenPlanId(planId);
    const committed = await this.write(manager, planId, locked, decision, command, context, moment);
    const beside = await this.mergedInto(manager, before?.state ?? null, complete, context, moment);
    return beside === null ? committed : { ...committed, beside };
  }

  /** The plan that this one was merged into takes it in within the same transaction; null if it was not merged. */
  private async mergedInto(
    manager: EntityManager,
    before: PlanState | null,
    command: PlanCommand,
    { origin }: CommandContext,
    at: string,
  ): Promise<Exclude<Committed['beside'], undefined> | null> {
    if (before === null || command.type !== 'endPlan' || command.mergedIntoPlanId === null) return null;
    const { mergedIntoPlanId: intoPlanId, into } = command;
    const open = openFor(before, into?.coordinator ?? null, at);
    const committed = await this.decidedIn(
      manager,
      intoPlanId,
      { type: 'noteMergedPlan', fromPlanId: before.planId, open },
      { actor: { kind: 'process' }, commandId: null, expectedSeq: null, origin },
      at,
    );
    return { planId: intoPlanId, committed };
  }

  /** Tells the plan's process and the dispatcher what is on record now. */
  private tellAfter(planId: string, { recorded, tell, notices, beside }: Committed): void {
    if (tell) this.parts.afterCommit.waitStateChanged(planId, recorded.waitState);
    if (notices > 0) this.parts.afterCommit.noticesQueued([shardOf(planId)]);
    if (beside !== undefined) this.tellAfter(beside.planId, beside.committed);
  }

  /** The same start, given at the same moment and committed first; null if it was another one. */
  private startedMeanwhile(
    planId: string,
    command: PlanCommand,
    context: CommandContext,
    at: string,
  ): Promise<Committed | null> {
    return this.parts.database.transaction(async (manager) => {
      const { plan, actor } = await lockPlanFor(manager, planId, context.actor);
      return this.earlier(manager, plan, command, { ...context, actor }, at);
    });
  }

  /** The answer to a command that is on record already under its id; null for one that is not. */
  private async earlier(
    manager: EntityManager,
    locked: LockedPlan | null,
    command: PlanCommand,
    context: CommandContext,
    at: string,
  ): Promise<Committed | null> {
    if (locked === null) return null;
    const { audit, events } = this.parts;
    const given = await givenBefore(manager, events, locked.state.planId, context.commandId);
    if (given === null) return null;
    return untold(await repeated(manager, audit, locked, given, { ...context, command, at }));
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
        recorded: { planId, seq: state.seq, events, state, waitState: locked.waitState, actor },
        tell: false,
        notices: 0,
      };
    }
    const waiting = waitState(state);
    const key = await this.parts.events.keyOf(manager, planId, at);
    const log = this.parts.events;
    const prepared = log.prepare({ planId, events, actor, commandId }, key);
    const history = await this.historyWith(manager, locked, prepared);
    const change = { before: locked?.state ?? null, after: state, events, waitState: waiting, history };
    await project(manager, { ...change, sealer: new WordSealer(key) });
    await log.append(manager, prepared);
    const { gatheredSeconds = NOTICE_TIMES.gatheredSeconds } = this.parts;
    const notices = await queueNotices(manager, events, state, gatheredSeconds);
    // Who ends a plan by death says so to the register, too.
    if (command.type !== 'noteDeath' && events.some(({ event }) => event.type === 'deathNoted')) {
      await registerDeath(manager, state.citizenPersonId, true, at);
    }
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
      events: { from: state.seq - events.length + 1, to: state.seq, history },
      ...subjectOf(events),
      allowed: true,
      origin,
    });
    return {
      recorded: { planId, seq: state.seq, events, state, waitState: waiting, actor },
      tell: told === 'no',
      notices,
    };
  }

  /** The hash over all the plan's events with these, in base64. A state that was folded anew does not know the one before. */
  private async historyWith(
    manager: EntityManager,
    locked: LockedPlan | null,
    { planId, rows }: PreparedEvents,
  ): Promise<string> {
    if (locked === null) return rows.reduce(historyWith, NO_HISTORY).toString('base64');
    const known = proofOf(locked.state);
    const before =
      known === null
        ? (await this.parts.events.whole(manager, planId)).history
        : Buffer.from(known.history, 'base64');
    return rows.reduce(historyWith, before).toString('base64');
  }

  /** A plan's coordinator is told that somebody tried to start another for the citizen. */
  private async report(openPlanId: string, { commandId, origin }: CommandContext): Promise<void> {
    await this.execute(
      openPlanId,
      { type: 'reportSecondStart' },
      {
        origin,
        actor: { kind: 'process' },
        // One try raises one task, also if it comes twice at the same moment.
        commandId: commandId === null ? null : derivedId('secondStart', commandId),
        expectedSeq: null,
      },
    );
  }
}

/** Whoever is put into a plan and was known to the register before finds that in their own log. */
function subjectOf(events: Decision['events']): { readonly subjectPersonId?: string } {
  const added = events.find(({ event }) => event.type === 'participantAdded')?.event;
  const known = added?.type === 'participantAdded' && added.knownElsewhere === true;
  return known ? { subjectPersonId: added.personId } : {};
}

/** What was on record already needs nobody to be told. */
function untold(recorded: Recorded): Committed {
  return { recorded, tell: false, notices: 0 };
}

function knows(locked: LockedPlan | null, actor: Actor, at: string): boolean {
  return locked !== null && planRolesOf(locked.state, actor, at).length > 0;
}
