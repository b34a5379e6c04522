import { copenhagenDate, type Instant, type LocalDate } from '../domain/calendar/index.js';
import { deadlineOf } from '../domain/deadline/holds.js';
import { lastDayOf } from '../domain/deadline/period.js';
import { awaitsOf } from '../domain/plan/awaits.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import { isTimedNotice, type MeetingTime, type NoticeItem } from '../mail/index.js';
import { noticedMeeting } from './noticed-meeting.js';
import type { Notice } from '../domain/notice/notice.types.js';
import { participantIdOf } from './notice-row.js';

/** A notice with the plan that it belongs to. */
export type PlanNotice = Notice & { readonly planId: string };

/** Where the pages are, and how a recipient gets to them. */
export interface Pages {
  /** An absolute http or https address. */
  readonly publicUrl: string;
  readonly signsIn: boolean;
  /** How a path of ours stands in what the recipient gets: in a mail as nobody else can read it. */
  readonly pathFor: (path: string) => string;
}

/**
 * What a mail says of a notice. It carries ids and times only; the rest is read after signing in.
 * @param pages where the pages are, and whether the recipient can sign in to them
 * @param told the time that the recipient was last told of the meeting; null if they were told none
 * @returns null if the notice must name a time and there is none
 */
export function noticeItem(
  state: PlanState,
  notice: PlanNotice,
  told: MeetingTime | null,
  pages: Pages,
  now: Instant,
): NoticeItem | null {
  const shared = { deadline: lastDayToAnswer(state, notice, now), link: linkOf(notice, pages) };
  const { kind } = notice;
  if (!isTimedNotice(kind)) return { kind, ...shared };
  if (kind === 'meetingCancellation') return told && { kind, ...shared, meeting: told };
  const meeting = isAboutDeputy(kind) ? deputyTime(state, notice) : meetingTime(state, notice);
  if (meeting === null) return null;
  return { kind: kind === 'meetingChange' && told === null ? 'meetingInvitation' : kind, ...shared, meeting };
}

/** When the meeting of a notice is to be, as it stands now. */
export function meetingTime(state: PlanState, notice: PlanNotice): MeetingTime | null {
  const { from = null, to = null } = noticedMeeting(state, notice) ?? {};
  return from === null || to === null ? null : { from, to };
}

function isAboutDeputy(kind: Notice['kind']): boolean {
  return kind === 'deputyAppointed' || kind === 'deputyBegun';
}

/** From when until when the recipient stands in for the coordinator; null for who does not any more. */
function deputyTime({ deputy }: PlanState, { recipient }: Notice): MeetingTime | null {
  const isTheirs = recipient.kind === 'person' && recipient.personId === deputy?.personId;
  return isTheirs ? { from: deputy.from, to: deputy.to } : null;
}

/** The last day to answer; none once it is over, as nobody can be asked to answer in the past. */
function lastDayToAnswer(state: PlanState, notice: PlanNotice, now: Instant): LocalDate | null {
  const participantId = participantIdOf(notice);
  const invitation =
    notice.meetingId === null || participantId === null || notice.kind === 'agenda'
      ? undefined
      : state.meetings[notice.meetingId]?.invitations[participantId];
  const awaited = awaitsOf(state).find(({ ref }) => ref === notice.ref);
  const asked = awaited === undefined ? undefined : deadlineOf(awaited, state);
  const deadline = notice.ref === null ? invitation?.respondBy : asked;
  if (deadline === undefined) return null;
  const lastDay = lastDayOf(deadline);
  return lastDay < copenhagenDate(now) ? null : lastDay;
}

const FRONT_DOOR_KINDS: readonly Notice['kind'][] = ['meetingCancellation', 'deputyAppointed', 'deputyEnded'];

/**
 * What may go to somebody who may not know more, or not yet, leads to the front door only. Who cannot sign in is led to
 * where a link is asked for.
 */
function linkOf(
  { planId, kind, version, meetingId }: PlanNotice,
  { publicUrl, signsIn, pathFor }: Pages,
): string {
  const front = publicUrl.replace(/\/$/, '');
  if (FRONT_DOOR_KINDS.includes(kind)) return `${front}/`;
  if (kind === 'accessLink' || !signsIn) return `${front}/access-link`;
  return `${front}/${pathFor(`plans/${planId}${placeInPlan({ kind, version, meetingId })}`)}`;
}

function placeInPlan({
  kind,
  version,
  meetingId,
}: Pick<PlanNotice, 'kind' | 'version' | 'meetingId'>): string {
  if ((kind === 'versionReady' || kind === 'approvalRecorded') && version !== null)
    return `/versions/${version}`;
  if (kind === 'taskRaised') return '/tasks';
  if (kind === 'requestMade') return '/requests';
  return meetingId === null ? '' : `/meetings/${encodeURIComponent(meetingId)}`;
}
