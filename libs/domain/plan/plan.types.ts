import type { Instant, LocalDate } from '../calendar/index.js';
import type {
  CitizenRequestCommand,
  CitizenRequestEvent,
  CitizenRequestState,
} from '../citizen-request/citizen-request.types.js';
import type {
  ConfirmationCommand,
  ConfirmationEvent,
  ConfirmationState,
} from '../confirmation/confirmation.types.js';
import type { ConsentCommand, ConsentEvent, ConsentState } from '../consent/consent.types.js';
import type { DeathCommand, DeathEvent, DeathState } from '../death/death.types.js';
import type { Duty, StepName } from '../deadline/awaited.types.js';
import type {
  DistributionCommand,
  DistributionEvent,
  DistributionState,
} from '../distribution/distribution.types.js';
import type { DraftingCommand, DraftingEvent, DraftingState } from '../drafting/drafting.types.js';
import type { FollowUpCommand, FollowUpEvent, FollowUpState } from '../follow-up/follow-up.types.js';
import type { GatheringCommand, GatheringEvent, GatheringState } from '../gathering/gathering.types.js';
import type { HandoverCommand, HandoverEvent, HandoverState } from '../handover/handover.types.js';
import type { MeetingCommand, MeetingEvent, MeetingState } from '../meeting/meeting.types.js';
import type { NoticeOutcome } from '../notice/notice.types.js';
import type {
  Channel,
  ParticipantCommand,
  ParticipantEvent,
  ParticipantsState,
} from '../participants/participant.types.js';
import type { NamesWorker } from '../register/workplace.js';
import type { StandingCommand } from '../standing/standing.types.js';
import type { IncomingMail, OpenMatter, TaskCommand, TaskEvent, TaskState } from '../task/task.types.js';
import type { MergeTarget } from './merging.js';
import type { Policy } from './policy.types.js';

/** Coded grounds of section 1 (grundlag). */
export const GROUNDS = [
  'severeMentalIllnessWithSubstanceUse',
  'mentalIllnessWithComplexSocialProblems',
] as const;
export type Ground = (typeof GROUNDS)[number];

export const COURSE_TYPES = ['integrated', 'coordinated'] as const;
export type CourseType = (typeof COURSE_TYPES)[number];

export const PHASES = [
  'awaitingCitizen',
  'consent',
  'gathering',
  'convening',
  'drafting',
  'approval',
  'distribution',
  'followUp',
  'onHold',
  'ended',
] as const;
export type Phase = (typeof PHASES)[number];

export const END_REASONS = [
  'completed',
  'citizenDeclined',
  'citizenWithdrew',
  'moved',
  'died',
  'merged',
] as const;
export type EndReason = (typeof END_REASONS)[number];

export const HOLD_REASONS = ['admission', 'prison', 'citizenWish', 'other'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export interface Hold {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** What one custody holder said to the course. */
export interface CustodyAnswer {
  readonly answer: 'yes' | 'no';
  readonly manner: 'oral' | 'written' | 'digital';
  readonly at: Instant;
}

/** Beginning and end of a duty, for evaluation. A duty may begin again (a new version, a new meeting). */
export interface DutyPeriod {
  readonly duty: Duty;
  readonly round: number;
  readonly began: Instant;
  readonly ended: Instant | null;
}

/** A step that could not be performed; it is tried again at `retryAt` and shown until it succeeds. */
export interface StepProblem {
  readonly step: StepName;
  readonly key: string;
  readonly code: string;
  readonly since: Instant;
  readonly retryAt: Instant;
}

/** Everything that the rules need to know of a plan. No names, no numbers of persons, no free text. */
export interface PlanState
  extends
    ParticipantsState,
    ConfirmationState,
    ConsentState,
    GatheringState,
    MeetingState,
    DraftingState,
    DistributionState,
    FollowUpState,
    CitizenRequestState,
    HandoverState,
    TaskState,
    DeathState {
  readonly planId: string;
  readonly number: string;
  /** How many events have been folded. */
  readonly seq: number;
  /** The instant of the newest event. */
  readonly updatedAt: Instant;
  readonly citizenPersonId: string;
  /** When the citizen comes of age (18 years, værgemålsloven § 1); null for one who was of age at the start. */
  readonly citizenOfAgeAt: Instant | null;
  readonly grounds: readonly Ground[];
  readonly courseType: CourseType;
  readonly cluster: string;
  readonly municipalityCode: string;
  readonly department: string;
  /** The organisation that keeps the plan: its team leader names coordinators. */
  readonly organisationId: string;
  readonly startedAt: Instant;
  readonly citizenAnswer: 'yes' | 'no' | 'pending';
  readonly citizenAnswerDeadline: Instant;
  readonly citizenAnsweredAt: Instant | null;
  /** What each custody holder of a younger child said to the course, by participant; not in states of before version 0.3. */
  readonly custodyAnswers?: Readonly<Record<string, CustodyAnswer>>;
  readonly policy: Policy;
  readonly holds: readonly Hold[];
  readonly holdUntil: LocalDate | null;
  readonly ended: {
    readonly at: Instant;
    readonly reason: EndReason;
    /** That the death for which it ended was recorded by mistake. */
    readonly deathTakenBack?: boolean;
  } | null;
  readonly reopenedAt: Instant | null;
  readonly dutyPeriods: readonly DutyPeriod[];
  /** Keys of steps performed for what is still awaited, with when. */
  readonly performed: Readonly<Record<string, Instant>>;
  readonly problems: Readonly<Record<string, StepProblem>>;
}

export type CourseCommand =
  | ({
      readonly type: 'startPlan';
      readonly planId: string;
      readonly number: string;
      readonly citizenPersonId: string;
      readonly citizenOfAgeAt: Instant | null;
      readonly citizenChannel: Channel;
      readonly grounds: readonly Ground[];
      readonly courseType: CourseType;
      readonly cluster: string;
      readonly municipalityCode: string;
      readonly department: string;
      readonly organisationId: string;
      readonly coordinatorPersonId: string;
      readonly citizenAnswer: 'yes' | 'no' | 'pending';
      readonly answerManner: 'oral' | 'written' | 'digital' | null;
      readonly policy: Policy;
      /** Whether the register has the citizen's death, looked up by the record. */
      readonly citizenDeceased?: boolean;
    } & NamesWorker)
  | {
      readonly type: 'recordCitizenAnswer';
      readonly answer: 'yes' | 'no';
      readonly manner: 'oral' | 'written' | 'digital';
      /** Whose answer it is where several are asked: the custody holder's; left out for one's own. */
      readonly participantId?: string | null;
    }
  | { readonly type: 'replacePolicy'; readonly policy: Policy }
  | {
      readonly type: 'holdPlan';
      readonly reason: HoldReason;
      readonly until: LocalDate | null;
      readonly cancelMeetings: boolean;
    }
  | { readonly type: 'resumePlan' }
  | {
      readonly type: 'endPlan';
      readonly reason: Exclude<EndReason, 'citizenDeclined'>;
      readonly mergedIntoPlanId: string | null;
      readonly note: string | null;
      /** The plan that it is merged into, looked up by the record; null for one that is not there. */
      readonly into?: MergeTarget | null;
    }
  /** The citizen, or who speaks for them, ends the whole course alone. */
  | { readonly type: 'withdrawFromCourse'; readonly words: string | null }
  | ({
      readonly type: 'reopenPlan';
      readonly reason: string;
      readonly coordinatorPersonId: string;
      /** Whether the register has the citizen's death, or the plan is held back for a case; looked up by the record. */
      readonly obstructed?: boolean;
    } & NamesWorker);

/** What the process and the dispatcher of notices tell the plan. */
export type ProcessCommand =
  | {
      readonly type: 'performStep';
      readonly step: StepName;
      readonly key: string;
      /** An administrator's wish: try now, without waiting for the next try of a step that failed. */
      readonly tryNow: boolean;
    }
  | {
      readonly type: 'reportStepProblem';
      readonly step: StepName;
      readonly key: string;
      readonly code: string;
    }
  | {
      readonly type: 'reportNotice';
      readonly noticeKey: string;
      readonly outcome: NoticeOutcome;
      readonly participantId: string | null;
      readonly version: number | null;
      readonly code: string | null;
      /** When its sending began; null if it did not, or where that is not known. */
      readonly begunAt?: Instant | null;
    }
  | {
      /** That something came back by mail from which nothing follows by itself. */
      readonly type: 'reportIncomingMail';
      readonly what: IncomingMail;
      /** To whom the mail went that it came back to; null if to somebody in another capacity. */
      readonly participantId: string | null;
    }
  | { readonly type: 'reportSecondStart' }
  | {
      /** That another plan was merged into this one, in the transaction in which it ended. */
      readonly type: 'noteMergedPlan';
      readonly fromPlanId: string;
      /** What was open in it, as far as this plan's coordinator may know. */
      readonly open: readonly OpenMatter[];
    };

export type CourseEvent =
  | {
      readonly type: 'planStarted';
      readonly planId: string;
      readonly number: string;
      readonly citizenPersonId: string;
      /** Not in events of before version 0.2. */
      readonly citizenOfAgeAt?: Instant | null;
      readonly citizenChannel: Channel;
      readonly grounds: readonly Ground[];
      readonly courseType: CourseType;
      readonly cluster: string;
      readonly municipalityCode: string;
      readonly department: string;
      readonly organisationId: string;
      readonly coordinatorPersonId: string;
      /** Where the coordinator worked when named; not in events of before it was recorded. */
      readonly coordinatorOrganisationId?: string | null;
      readonly citizenAnswerDeadline: Instant;
      readonly policy: Policy;
    }
  | {
      readonly type: 'citizenAnswered';
      readonly answer: 'yes' | 'no';
      readonly manner: 'oral' | 'written' | 'digital';
    }
  /** One of those who hold custody of a younger child; the course has its answer when both have said yes, or one no. */
  | {
      readonly type: 'custodyHolderAnswered';
      readonly participantId: string;
      readonly answer: 'yes' | 'no';
      readonly manner: 'oral' | 'written' | 'digital';
    }
  | { readonly type: 'policyReplaced'; readonly policy: Policy }
  | { readonly type: 'planHeld'; readonly reason: HoldReason; readonly until: LocalDate }
  | { readonly type: 'planResumed' }
  | {
      readonly type: 'planEnded';
      readonly reason: EndReason;
      readonly mergedIntoPlanId: string | null;
      readonly note: string | null;
      /** The person on the citizen's side who ended it themself; absent if staff did, and from events of before version 0.3. */
      readonly by?: string;
      /** Who knew of the course and is told of the citizen's no. */
      readonly participantIds?: readonly string[];
    }
  | { readonly type: 'planMergedIn'; readonly fromPlanId: string }
  | {
      readonly type: 'planReopened';
      readonly reason: string;
      readonly coordinatorPersonId: string;
      /** Where the coordinator worked when named; not in events of before it was recorded. */
      readonly coordinatorOrganisationId?: string | null;
      /** By when the citizen answers anew; absent where the earlier yes stands, and in events of before version 0.2. */
      readonly citizenAnswerDeadline?: Instant;
      /** Of whom consent is asked anew: of everybody after the citizen's no; not in events of before version 0.3. */
      readonly asksAnew?: 'everybody' | 'whoseConsentIsOver';
      /** Who coordinated when it ended; not in events of before version 0.2. */
      readonly formerPersonId?: string | null;
    }
  | {
      readonly type: 'stepPerformed';
      readonly step: StepName;
      readonly ref: string;
      readonly key: string;
      /** Earlier rungs of the same ladder that this one makes needless. */
      readonly superseded: readonly string[];
    }
  | {
      readonly type: 'stepProblemReported';
      readonly step: StepName;
      readonly key: string;
      readonly code: string;
      readonly retryAt: Instant;
    }
  | {
      readonly type: 'noticeReported';
      readonly noticeKey: string;
      readonly outcome: NoticeOutcome;
      readonly participantId: string | null;
      readonly code: string | null;
    };

export type PlanCommand =
  | CourseCommand
  | ProcessCommand
  | ParticipantCommand
  | ConfirmationCommand
  | ConsentCommand
  | GatheringCommand
  | MeetingCommand
  | DraftingCommand
  | DistributionCommand
  | FollowUpCommand
  | CitizenRequestCommand
  | HandoverCommand
  | StandingCommand
  | TaskCommand
  | DeathCommand;

export type PlanEvent =
  | CourseEvent
  | ParticipantEvent
  | ConfirmationEvent
  | ConsentEvent
  | GatheringEvent
  | MeetingEvent
  | DraftingEvent
  | DistributionEvent
  | FollowUpEvent
  | CitizenRequestEvent
  | HandoverEvent
  | TaskEvent
  | DeathEvent;

export type CommandType = PlanCommand['type'];
export type EventType = PlanEvent['type'];
export type CommandOf<T extends CommandType> = Extract<PlanCommand, { type: T }>;
export type EventOf<T extends EventType> = Extract<PlanEvent, { type: T }>;

/** An event with its place in the plan's life. */
export interface RecordedEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly event: PlanEvent;
}
