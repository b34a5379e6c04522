import type { Instant } from '../domain/calendar/index.js';
import type { NoticeKind } from '../domain/notice/notice.types.js';
import { CITIZEN } from '../domain/participants/participant.types.js';
import type { PlanEvent } from '../domain/plan/plan.types.js';
import type { MeetingTime } from '../mail/index.js';
import type { EventLog } from '../persistence/event-log.js';
import type { Queryable } from '../persistence/queryable.js';
import { type NoticeRow, participantIdOf } from './notice-row.js';

/** Notices that put an entry into the recipient's calendar, change it or take it out. */
export const CALENDAR_KINDS: readonly NoticeKind[] = [
  'meetingInvitation',
  'meetingChange',
  'meetingCancellation',
];

/** A program takes one calendar entry from a mail; an access link is told apart from news by whoever waits for it. */
export const ALONE: readonly NoticeKind[] = [...CALENDAR_KINDS, 'accessLink'];

/** The entry that a recipient's calendar was last given. */
export interface ToldEntry {
  readonly time: MeetingTime;
  /** The address to which it has the answer sent; null for the sender of all mails. An entry keeps it for its life. */
  readonly organizer: string | null;
  /** Its own UID; null where it has the meeting's, as those of older releases. */
  readonly uid: string | null;
}

/** What a recipient's calendar holds of a meeting, as far as it can be known. */
export type ToldMeeting =
  | { readonly status: 'told'; readonly entry: ToldEntry }
  | { readonly status: 'untold' }
  /** A mail about it is on its way and has not been answered for. */
  | { readonly status: 'underWay' };

interface EarlierMail {
  readonly kind: NoticeKind;
  readonly sequence: number;
  readonly status: string;
  readonly begunAt: Instant;
  readonly organizer: string | null;
  readonly uid: string | null;
}

/** What the person whom a calendar notice goes to was told before of its meeting. */
export async function toldMeeting(
  source: Queryable,
  events: EventLog,
  notice: NoticeRow,
  personId: string | null,
): Promise<ToldMeeting> {
  const last = await lastMail(source, notice);
  if (last === null || last.kind === 'meetingCancellation') return { status: 'untold' };
  if (last.status === 'claimed') return { status: 'underWay' };
  if ((await personAt(source, events, notice, last.begunAt)) !== personId) return { status: 'untold' };
  const time = await timeOf(source, events, notice, last.sequence);
  return time === null
    ? { status: 'untold' }
    : { status: 'told', entry: { time, organizer: last.organizer, uid: last.uid } };
}

async function lastMail(source: Queryable, notice: NoticeRow): Promise<EarlierMail | null> {
  const rows = await source.query<EarlierMail[]>(
    `SELECT kind, sequence, status, claimed_at AS "begunAt", organizer, entry_uid AS uid FROM notices
     WHERE plan_id = $1 AND meeting_id = $2 AND recipient ->> 'participantId' = $3 AND kind = ANY($4) AND id <> $5
       AND message_id IS NOT NULL AND status IN ('accepted', 'uncertain', 'claimed')
     ORDER BY claimed_at DESC, id DESC LIMIT 1`,
    [notice.planId, notice.meetingId, participantIdOf(notice), CALENDAR_KINDS, notice.id],
  );
  return rows[0] ?? null;
}

/** Who stood for the participant then. The citizen, who joins with the plan itself, is always the same person. */
async function personAt(
  source: Queryable,
  events: EventLog,
  notice: NoticeRow,
  at: Instant,
): Promise<string | null> {
  const participantId = participantIdOf(notice);
  const recorded = await events.read(source, notice.planId, {
    types: ['planStarted', 'participantAdded', 'participantReplaced'],
  });
  const last = recorded
    .filter((one) => one.at <= at)
    .findLast(({ event }) => takesPart(event, participantId));
  switch (last?.event.type) {
    case 'planStarted':
      return last.event.citizenPersonId;
    case 'participantAdded':
    case 'participantReplaced':
      return last.event.personId;
    default:
      return null;
  }
}

function takesPart(event: PlanEvent, participantId: string | null): boolean {
  if (event.type === 'planStarted') return participantId === CITIZEN;
  return 'participantId' in event && event.participantId === participantId;
}

/** When the meeting was to be, at one of its sequences. */
async function timeOf(
  source: Queryable,
  events: EventLog,
  notice: NoticeRow,
  sequence: number,
): Promise<MeetingTime | null> {
  const recorded = await events.read(source, notice.planId, { types: ['meetingFixed', 'meetingMoved'] });
  for (const { event } of recorded.reverse()) {
    if (event.type !== 'meetingFixed' && event.type !== 'meetingMoved') continue;
    const told = event.type === 'meetingMoved' ? event.sequence : 0;
    if (event.meetingId === notice.meetingId && told === sequence) return { from: event.from, to: event.to };
  }
  return null;
}

/** Where a meeting is to be; null if nobody has said. */
export async function placeOf(source: Queryable, { planId, meetingId }: NoticeRow): Promise<string | null> {
  const rows = await source.query<{ place: string }[]>(
    'SELECT place FROM meetings WHERE plan_id = $1 AND meeting_id = $2',
    [planId, meetingId],
  );
  return rows[0]?.place ?? null;
}
