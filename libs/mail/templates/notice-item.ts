import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type { NoticeKind } from '../../domain/notice/notice.types.js';

/** Notices that always say when something is: a meeting, or the time for which somebody stands in. */
export const TIMED_NOTICE_KINDS = [
  'meetingInvitation',
  'meetingChange',
  'meetingCancellation',
  'invitationReminder',
  'agenda',
  'deputyAppointed',
  'deputyBegun',
] as const satisfies readonly NoticeKind[];
export type TimedNoticeKind = (typeof TIMED_NOTICE_KINDS)[number];
export type UntimedNoticeKind = Exclude<NoticeKind, TimedNoticeKind>;

export interface MeetingTime {
  readonly from: Instant;
  readonly to: Instant;
}

interface ItemBase {
  /** The last day to answer or act; null if there is none. */
  readonly deadline: LocalDate | null;
  /** Where the content can be read after signing in; an absolute http or https address. */
  readonly link: string;
}

/** One thing that a mail or letter tells. */
export type NoticeItem =
  | (ItemBase & { readonly kind: UntimedNoticeKind })
  | (ItemBase & { readonly kind: TimedNoticeKind; readonly meeting: MeetingTime });

/** Whether notices of this kind must say when that is which they tell of. */
export function isTimedNotice(kind: NoticeKind): kind is TimedNoticeKind {
  return (TIMED_NOTICE_KINDS as readonly NoticeKind[]).includes(kind);
}
