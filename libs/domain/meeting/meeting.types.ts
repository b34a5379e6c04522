import type { Instant, LocalDate } from '../calendar/index.js';
import type { NamesWorker } from '../register/workplace.js';

export const MEETING_KINDS = ['plan', 'followUp', 'urgent', 'network'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_MODES = ['room', 'telephone', 'video', 'hybrid'] as const;
export type MeetingMode = (typeof MEETING_MODES)[number];

export const ATTENDANCE_MODES = ['room', 'telephone', 'video', 'inWriting', 'excused', 'noShow'] as const;
export type AttendanceMode = (typeof ATTENDANCE_MODES)[number];

export type MeetingStatus = 'proposed' | 'fixed' | 'held' | 'cancelled';
export type InvitationResponse = 'accepted' | 'declined' | 'tentative';
/** What somebody who is invited may ask for with their answer: another time, or that somebody else comes in their place. */
export type InvitationWish = 'anotherTime' | 'delegation';
export type OptionAnswer = 'yes' | 'ifNeeded' | 'no';

export interface MeetingOption {
  readonly optionId: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface Invitation {
  /** The meeting's sequence that this participant was last told of (RFC 5545 SEQUENCE). */
  readonly sequence: number;
  /** The SEQUENCE of their own calendar entry, where it is another; see `entrySequenceOf`. */
  readonly entrySequence?: number;
  readonly invitedAt: Instant;
  readonly respondBy: Instant;
  readonly response: InvitationResponse | null;
  /** When the response was given; unknown before there is one, and in older states. */
  readonly answeredAt?: Instant;
  /** The person who comes instead, if the participant sends somebody. */
  readonly deputyPersonId: string | null;
  /** How many had been sent for this meeting before, so that an invitation sent anew is another one. */
  readonly round: number;
}

export interface Meeting {
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly status: MeetingStatus;
  readonly options: readonly MeetingOption[];
  readonly proposedAt: Instant | null;
  readonly answerBy: Instant | null;
  /** Who has answered the proposed times. */
  readonly answered: readonly string[];
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly sequence: number;
  readonly fixedAt: Instant | null;
  readonly chairParticipantId: string | null;
  readonly invitations: Readonly<Record<string, Invitation>>;
  readonly agendaSent: boolean;
  readonly attendanceRecorded: boolean;
  readonly minutesRecorded: boolean;
  /** Whether it was looked at if those come whom the policy requires, for this sequence. */
  readonly rolesCheckedSequence: number | null;
  /** Whether it was cancelled because the citizen had died: it stands again if that was a mistake. */
  readonly afterDeath?: boolean;
  /** How often invitations have gone out. */
  readonly invitationRounds: number;
  /** Who had been invited when attendance was recorded first; unknown before, and in older states. */
  readonly guests?: readonly string[];
  /** By participant: the SEQUENCE of the last that was sent to somebody whose invitation was withdrawn once. */
  readonly entrySequences?: Readonly<Record<string, number>>;
}

export interface MeetingState {
  readonly meetings: Readonly<Record<string, Meeting>>;
  readonly heldCount: number;
  readonly firstHeldAt: Instant | null;
  /** When a meeting was last cancelled: from then on convening is owed anew. */
  readonly convenedAnewAt: Instant | null;
}

export interface Attendance {
  readonly participantId: string;
  readonly mode: AttendanceMode;
}

export type MeetingCommand =
  | {
      readonly type: 'proposeMeeting';
      readonly meetingId: string;
      readonly kind: MeetingKind;
      readonly options: readonly MeetingOption[];
      readonly answerBy: LocalDate | null;
      readonly mode: MeetingMode;
      readonly place: string;
    }
  | {
      readonly type: 'answerProposal';
      readonly meetingId: string;
      readonly participantId: string;
      readonly answers: Readonly<Record<string, OptionAnswer>>;
    }
  | {
      readonly type: 'fixMeeting';
      readonly meetingId: string;
      /** The kind, for a meeting that was not proposed first. */
      readonly kind: MeetingKind | null;
      readonly optionId: string | null;
      readonly from: Instant | null;
      readonly to: Instant | null;
      readonly mode: MeetingMode;
      readonly place: string;
      readonly chairParticipantId: string | null;
    }
  | ({
      readonly type: 'respondToInvitation';
      readonly meetingId: string;
      readonly participantId: string;
      readonly response: InvitationResponse;
      /** A colleague who comes instead. */
      readonly deputyPersonId: string | null;
      /** Whether they ask for another time. */
      readonly wish?: 'anotherTime';
    } & NamesWorker)
  | {
      /** What a recipient's calendar program has answered (RFC 5546, 3.2.3), as it came back by mail. */
      readonly type: 'recordInvitationReply';
      readonly meetingId: string;
      readonly participantId: string;
      /** The sequence of the invitation that it answers; null if it does not say. */
      readonly sequence: number | null;
      readonly response: InvitationResponse;
      /** When it was answered, by the clock of that program. */
      readonly repliedAt: Instant;
      /** What the answer asks for besides. */
      readonly wish?: InvitationWish;
    }
  | { readonly type: 'sendAgenda'; readonly meetingId: string; readonly items: readonly string[] }
  | {
      readonly type: 'moveMeeting';
      readonly meetingId: string;
      readonly from: Instant;
      readonly to: Instant;
      readonly mode: MeetingMode;
      readonly place: string;
      readonly reason: string;
    }
  | { readonly type: 'cancelMeeting'; readonly meetingId: string; readonly reason: string }
  | {
      readonly type: 'recordAttendance';
      readonly meetingId: string;
      readonly attendance: readonly Attendance[];
      readonly withoutCitizenReason: string | null;
    }
  | { readonly type: 'recordMinutes'; readonly meetingId: string; readonly minutes: string };

export type MeetingEvent =
  | {
      readonly type: 'meetingProposed';
      readonly meetingId: string;
      readonly kind: MeetingKind;
      readonly options: readonly MeetingOption[];
      readonly answerBy: Instant;
      readonly mode: MeetingMode;
      readonly place: string;
    }
  | {
      readonly type: 'proposalAnswered';
      readonly meetingId: string;
      readonly participantId: string;
      readonly answers: Readonly<Record<string, OptionAnswer>>;
    }
  | {
      readonly type: 'meetingFixed';
      readonly meetingId: string;
      readonly kind: MeetingKind;
      readonly from: Instant;
      readonly to: Instant;
      readonly mode: MeetingMode;
      readonly place: string;
      readonly chairParticipantId: string | null;
    }
  | {
      readonly type: 'participantsInvited';
      readonly meetingId: string;
      readonly sequence: number;
      readonly participantIds: readonly string[];
      readonly respondBy: Instant;
      /** SEQUENCE of the calendar entries of those for whom it is not `sequence`; absent if there are none. */
      readonly entrySequences?: Readonly<Record<string, number>>;
    }
  | {
      readonly type: 'invitationWithdrawn';
      readonly meetingId: string;
      readonly participantId: string;
      /** The SEQUENCE of the cancellation; in older events that of the invitation. */
      readonly sequence: number;
    }
  | {
      readonly type: 'invitationAnswered';
      readonly meetingId: string;
      readonly participantId: string;
      readonly response: InvitationResponse;
      readonly deputyPersonId: string | null;
      /** When a calendar program answered by mail; absent if the answer was given here. */
      readonly repliedAt?: Instant;
    }
  | {
      /** Whoever was to come instead works in the organisation no more: who was invited answers anew. */
      readonly type: 'meetingDeputyLeft';
      readonly meetingId: string;
      readonly participantId: string;
      readonly personId: string;
    }
  | { readonly type: 'agendaSent'; readonly meetingId: string; readonly items: readonly string[] }
  | {
      readonly type: 'meetingMoved';
      readonly meetingId: string;
      readonly from: Instant;
      readonly to: Instant;
      readonly mode: MeetingMode;
      readonly place: string;
      readonly reason: string;
      readonly sequence: number;
    }
  | {
      readonly type: 'meetingCancelled';
      readonly meetingId: string;
      readonly reason: string;
      readonly sequence: number;
      readonly participantIds: readonly string[];
      /** SEQUENCE of the cancellations to those for whom it is not `sequence`; absent if there are none. */
      readonly entrySequences?: Readonly<Record<string, number>>;
      /** That the citizen had died; absent in every other case, and from events of before version 0.3. */
      readonly afterDeath?: true;
    }
  | {
      readonly type: 'requiredRolesChecked';
      readonly meetingId: string;
      readonly sequence: number;
      readonly missing: readonly string[];
    }
  | {
      readonly type: 'attendanceRecorded';
      readonly meetingId: string;
      readonly attendance: readonly Attendance[];
      readonly withoutCitizenReason: string | null;
      /** That nobody came, so that the meeting was not held and is owed anew. */
      readonly notHeld?: true;
    }
  | { readonly type: 'minutesRecorded'; readonly meetingId: string; readonly minutes: string };
