import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../libs/domain/plan/actor.js';
import { DomainError } from '../../libs/domain/plan/errors.js';
import { decide, type Decision } from '../../libs/domain/plan/decide.js';
import { fold } from '../../libs/domain/plan/evolve.js';
import { waitState } from '../../libs/domain/plan/wait-state.js';
import type { PlanCommand, PlanState, RecordedEvent } from '../../libs/domain/plan/plan.types.js';
import type { ActorName } from '../factories/plan-actors.js';
import { asRegistered } from '../factories/plan-register.js';
import type { Choices } from './choices.js';
import { asStored } from './as-stored.js';
import { frozen } from './frozen.js';
import { LifeRegister, type RegisterChange } from './life-register.js';
import { Invariants } from './invariants.js';
import { ReferenceGate } from './reference-gate.js';
import { ReferenceStanding } from './reference-standing.js';

/** A command as it was given. */
export interface Given {
  readonly command: PlanCommand;
  readonly by: ActorName;
  readonly at: string;
}

/** What a life tells of itself: commands, and what the register said meanwhile. */
export type Told = Given | (RegisterChange & { readonly at: string });

/** More steps than any plan can have due at one instant: whoever needs more goes round in circles. */
const MOST_STEPS_AT_ONCE = 300;

/** A plan's life under watch: after every command everything is checked that must hold in any life. */
export class WatchedLife {
  state: PlanState;
  private readonly told: Told[] = [];
  /** What was accepted, with whoever gave it as they were then. */
  private readonly accepted: (Given & { readonly actor: Actor; readonly events: number })[] = [];
  private readonly events: RecordedEvent[] = [];
  readonly registered = new LifeRegister();
  private readonly standing = new ReferenceStanding(this.registered.employmentOf);
  private readonly gate = new ReferenceGate(this.standing);
  private readonly invariants = new Invariants({
    gate: this.gate,
    standing: this.standing,
    register: this.registered,
  });
  private readonly pastKeys: { step: string; key: string }[] = [];
  refused = 0;

  constructor(
    start: PlanCommand,
    public at: string,
  ) {
    const actor = this.registered.actor('coordinator');
    const command = asRegistered(start, actor, this.registered);
    const decision = decide(null, command, { at, actor });
    this.state = decision.state;
    this.note(null, { command, by: 'coordinator', at }, actor, decision);
  }

  /** What happened, by type; a step by its own name. */
  get eventTypes(): string[] {
    return this.events.map(({ event }) => (event.type === 'stepPerformed' ? event.step : event.type));
  }

  get acceptedTypes(): string[] {
    return this.accepted.map(({ command }) => command.type);
  }

  get length(): number {
    return this.events.length;
  }

  /** Gives a command; a DomainError refuses it, anything else fails the life. */
  give(said: PlanCommand, by: ActorName): Decision | null {
    const before = this.state;
    const actor = this.registered.actor(by);
    const command = asRegistered(said, actor, this.registered);
    const given = { command, by, at: this.at };
    try {
      const decision = decide(before, command, { at: this.at, actor });
      this.note(before, given, actor, decision);
      return decision;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.refused += 1;
      return null;
    }
  }

  /** The register says something else of somebody; the plan hears of it when it is told. */
  register(change: RegisterChange): void {
    this.registered.change(change);
    this.told.push({ ...change, at: this.at });
    if ('employment' in change) this.invariants.checkGateEverywhere(this.state, this.at);
  }

  /** The process tells the plan what the register says of somebody. */
  hearOf({ personId, ...change }: RegisterChange): void {
    const type = 'employment' in change ? 'reportEmployment' : 'noteDeath';
    this.give({ type, personId }, 'process');
  }

  /** The process performs whatever is due now, as its timer would, until nothing is due any more. */
  attend(choices: Choices): void {
    for (let count = 0; ; count += 1) {
      const next = this.invariants.nextStep(this.state);
      if (next === null || next.at > this.at) return;
      if (count > MOST_STEPS_AT_ONCE) throw new Error(`steps without end: ${next.key}`);
      const { step, key } = next;
      this.pastKeys.push(next);
      if (step.startsWith('expire')) this.invariants.checkGateEverywhere(this.state, this.at);
      if (choices.chance(2) && this.state.problems[key] === undefined) {
        this.give({ type: 'reportStepProblem', step, key, code: 'STEP.FAILED' }, 'process');
        continue;
      }
      const decision = this.give({ type: 'performStep', step, key, tryNow: false }, 'process');
      if (decision?.events.length === 0) throw new Error(`a due step does nothing: ${key}`);
      if (choices.chance(5)) this.giveStep(step, key, false);
    }
  }

  /** The process performs a step of long ago once more. */
  repeatOldStep(choices: Choices): void {
    if (this.pastKeys.length === 0) return;
    const { step, key } = choices.oneOf(this.pastKeys);
    this.giveStep(step, key, choices.chance(30));
  }

  /** Time passes, each step at its moment. */
  passPromptly(until: string, choices: Choices): void {
    for (;;) {
      const next = this.invariants.nextStep(this.state);
      if (next === null || next.at > until) break;
      if (next.at > this.at) this.at = next.at;
      this.attend(choices);
    }
    this.at = until;
  }

  /** What holds of a life as a whole: its events tell it, and any beginning of it has the same future. */
  checkWhole(choices: Choices): void {
    this.invariants.checkGateEverywhere(this.state, this.at);
    const stored = asStored(this.state);
    if (!isDeepStrictEqual(stored, this.state)) throw new Error('the state is not plain JSON');
    if (!isDeepStrictEqual(waitState(stored), waitState(this.state))) {
      throw new Error('a state that was stored waits for something else');
    }
    if (choices.chance(50)) return;
    if (choices.chance(50)) this.checkSameFuture(choices.below(this.accepted.length));
    else if (!isDeepStrictEqual(fold(null, this.events), this.state)) {
      throw new Error('folding the events gives another state');
    }
  }

  private checkSameFuture(from: number): void {
    let state: PlanState | null = null;
    let events: RecordedEvent[] = [];
    const start = this.accepted.slice(0, from).reduce((count, given) => count + given.events, 0);
    state = fold(null, this.events.slice(0, start));
    for (const { command, actor, at } of this.accepted.slice(from)) {
      const decision: Decision = decide(state, command, { at, actor });
      state = decision.state;
      events = [...events, ...decision.events];
    }
    if (!isDeepStrictEqual(events, this.events.slice(start)) || !isDeepStrictEqual(state, this.state)) {
      throw new Error('the same commands after the same beginning gave another future');
    }
  }

  private giveStep(step: string, key: string, tryNow: boolean): void {
    const command = { type: 'performStep', step, key, tryNow } as PlanCommand;
    this.give(command, 'process');
  }

  private note(before: PlanState | null, given: Given, actor: Actor, decision: Decision): void {
    this.state = frozen(decision.state);
    frozen(decision.events);
    this.told.push(given);
    this.accepted.push({ ...given, actor, events: decision.events.length });
    this.events.push(...decision.events);
    this.gate.accept(given.command, actor, given.at);
    this.standing.accept(given.command, actor);
    this.invariants.check(before, decision, given.at);
  }

  /** The life so far, for a failure's message; as it stands it can be kept among the lives that were found. */
  story(): string {
    return `[\n${this.told.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
  }
}
