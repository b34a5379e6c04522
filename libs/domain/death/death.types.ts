import type { Instant } from '../calendar/index.js';
import type { Task } from '../task/task.types.js';

/** That somebody of the plan has died, as the register has it. */
export interface Death {
  readonly at: Instant;
  /** Tasks that fell away with it, and come back if it was a mistake. */
  readonly stilledTasks: readonly Task[];
  /** Whether they coordinated the plan. */
  readonly coordinated?: boolean;
  /** The organisation for which they did. */
  readonly organisationId?: string | null;
}

export interface DeathState {
  /** By person; not in states of before version 0.3. */
  readonly deaths?: Readonly<Record<string, Death>>;
}

/** Given by the process when the register has a death, or has it no longer. */
export interface DeathCommand {
  readonly type: 'noteDeath';
  readonly personId: string;
  /** What the register says, looked up by the record; nobody else says it. */
  readonly deceased?: boolean;
}

export type DeathEvent =
  | { readonly type: 'deathNoted'; readonly personId: string }
  /** The register has it no longer: it was a mistake. */
  | { readonly type: 'deathTakenBack'; readonly personId: string }
  /** A meeting that was cancelled because of the death stands again. */
  | { readonly type: 'meetingRestored'; readonly meetingId: string; readonly sequence: number };
