import type { Instant, LocalDate } from '../calendar/index.js';

export interface FollowUpState {
  readonly intervalMonths: number;
  /** The day by which the next follow-up meeting is to be held; null before the first version. */
  readonly nextOn: LocalDate | null;
  readonly nextSetAt: Instant | null;
  /** From when the interval counts: the first version, or the closing of the last follow-up; unknown in older states. */
  readonly followUpCountsFrom?: Instant | null;
  /** Follow-ups opened so far. */
  readonly cycle: number;
  readonly openedCycleAt: Instant | null;
}

export type FollowUpOutcome = 'continue' | 'revise';

export type FollowUpCommand =
  | { readonly type: 'setFollowUp'; readonly intervalMonths: number; readonly nextOn: LocalDate | null }
  | {
      readonly type: 'closeFollowUp';
      readonly outcome: FollowUpOutcome;
      readonly nextOn: LocalDate | null;
      readonly note: string | null;
      /** Why it is closed although no meeting was held in it; null if one was. */
      readonly withoutMeetingReason?: string | null;
    };

export type FollowUpEvent =
  | { readonly type: 'followUpSet'; readonly intervalMonths: number; readonly nextOn: LocalDate | null }
  | { readonly type: 'followUpOpened'; readonly cycle: number; readonly dueOn: LocalDate }
  | {
      readonly type: 'followUpClosed';
      readonly cycle: number;
      readonly outcome: FollowUpOutcome;
      readonly nextOn: LocalDate | null;
      readonly note: string | null;
      /** Absent where a meeting was held, and in older events. */
      readonly withoutMeetingReason?: string;
    };
