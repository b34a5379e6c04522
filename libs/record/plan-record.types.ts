import type { Origin } from '../audit/audit-entry.types.js';
import type { Actor } from '../domain/plan/actor.js';
import type { PlanState, RecordedEvent } from '../domain/plan/plan.types.js';
import type { WaitState } from '../domain/plan/wait-state.types.js';

/** By whom a command is given, and how its trace can be followed. */
export interface CommandContext {
  readonly actor: Actor;
  /** One id for one intention: giving the same command again changes nothing, and is answered as far as the actor may know. */
  readonly commandId: string | null;
  /** The plan's seq that the actor had before them (If-Match); null when it does not matter. */
  readonly expectedSeq: number | null;
  /** From where it comes, for the audit. */
  readonly origin: Origin;
}

/** What is on record when a command has been answered. */
export interface Recorded {
  /** Who gave the command, as the register had them then. */
  readonly actor: Actor;
  readonly planId: string;
  readonly seq: number;
  readonly events: readonly RecordedEvent[];
  readonly state: PlanState;
  readonly waitState: WaitState;
}
