import type { Instant } from '../calendar/index.js';
import type { AwaitedKind, DueStep } from '../deadline/awaited.types.js';
import type { ParticipantRole } from '../participants/participant.types.js';
import type { CourseType, Phase } from './plan.types.js';

/** Whose move it is, as an administrator may see it: a role, never a person. */
export type WaitingOn = ParticipantRole | 'coordinator' | 'successor' | 'teamLeader';

/** All that the plan's process needs to know: small, complete, and without a rule. */
export interface WaitState {
  readonly seq: number;
  readonly phase: Phase;
  readonly next: DueStep | null;
  readonly waitingFor: readonly AwaitedKind[];
  readonly waitingOn: readonly WaitingOn[];
  /** What of it is past its deadline. */
  readonly overdueFor: readonly AwaitedKind[];
  readonly overdueSince: Instant | null;
  /** Code of a step that could not be performed; null when all is well. */
  readonly problem: string | null;
  /** On whom the plan waits, since when, and what comes next, in Danish, without personal data. */
  readonly summary: string;
  readonly courseType: CourseType;
  /** Opaque reference of the coordinator; null while there is none. */
  readonly coordinator: string | null;
  readonly organisation: string;
  readonly number: string;
  readonly over: boolean;
}
