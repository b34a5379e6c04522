import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import type { NoticeKind } from '../domain/notice/notice.types.js';
import type { MeetingTime } from '../mail/index.js';
import { type NoticeRow, participantIdOf } from './notice-row.js';

/** Notices that put an entry into the recipient's calendar, change it or take it out. */
export const CALENDAR_KINDS: readonly NoticeKind[] = [
  'meetingInvitation',
  'meetingChange',
  'meetingCancellation',
];

/** What a recipient's calendar holds of a meeting, as far as it can be known. */
export type ToldMeeting =
  /** The time that they were last told. */
  | { readonly status: 'told'; readonly time: MeetingTime }
  | { readonly status: 'untold' }
  /** A mail about it is on its way and has not been answered for. */
  | { readonly status: 'underWay' };

interface EarlierMail {
  readonly kind: NoticeKind;
  readonly sequence: number;
  readonly status: string;
  readonly begunAt: Instant;
}

/** What the person whom a calendar notice goes to was told before of its meeting. */
export async function toldMeeting(
  source: Pick<EntityManager, 'query'>,
  notice: NoticeRow,
  personId: string | null,
): Promise<ToldMeeting> {
  const last = await lastMail(source, notice);
  if (last === null || last.kind === 'meetingCancellation') return { status: 'untold' };
  if (last.status === 'claimed') return { status: 'underWay' };
  if ((await personAt(source, notice, last.begunAt)) !== personId) return { status: 'untold' };
  const time = await timeOf(source, notice, last.sequence);
  return time === null ? { status: 'untold' } : { status: 'told', time };
}

async function lastMail(
  source: Pick<EntityManager, 'query'>,
  notice: NoticeRow,
): Promise<EarlierMail | null> {
  const rows = await source.query<EarlierMail[]>(
    `SELECT kind, sequence, status, claimed_at AS "begunAt" FROM notices
     WHERE plan_id = $1 AND meeting_id = $2 AND recipient ->> 'participantId' = $3 AND kind = ANY($4) AND id <> $5
       AND message_id IS NOT NULL AND status IN ('accepted', 'uncertain', 'claimed')
     ORDER BY claimed_at DESC, id DESC LIMIT 1`,
    [notice.planId, notice.meetingId, participantIdOf(notice), CALENDAR_KINDS, notice.id],
  );
  return rows[0] ?? null;
}

/** Who stood for the participant then. The citizen, who joins with the plan itself, is always the same person. */
async function personAt(
  source: Pick<EntityManager, 'query'>,
  notice: NoticeRow,
  at: Instant,
): Promise<string | null> {
  const rows = await source.query<{ personId: string }[]>(
    `SELECT person_id AS "personId" FROM (
       SELECT seq, data ->> 'personId' AS person_id FROM plan_events
       WHERE plan_id = $1 AND at <= $3 AND type IN ('participantAdded', 'participantReplaced')
         AND data ->> 'participantId' = $2
       UNION ALL
       SELECT 0, person_id::text FROM participants WHERE plan_id = $1 AND participant_id = $2 AND role = 'citizen'
     ) AS taken ORDER BY seq DESC LIMIT 1`,
    [notice.planId, participantIdOf(notice), at],
  );
  return rows[0]?.personId ?? null;
}

/** When the meeting was to be, at one of its sequences. */
async function timeOf(
  source: Pick<EntityManager, 'query'>,
  notice: NoticeRow,
  sequence: number,
): Promise<MeetingTime | null> {
  const rows = await source.query<MeetingTime[]>(
    `SELECT data ->> 'from' AS "from", data ->> 'to' AS "to" FROM plan_events
     WHERE plan_id = $1 AND type IN ('meetingFixed', 'meetingMoved') AND data ->> 'meetingId' = $2
       AND coalesce((data ->> 'sequence')::int, 0) = $3
     ORDER BY seq DESC LIMIT 1`,
    [notice.planId, notice.meetingId, sequence],
  );
  return rows[0] ?? null;
}

/** Where a meeting is to be; null if nobody has said. */
export async function placeOf(
  source: Pick<EntityManager, 'query'>,
  { planId, meetingId }: NoticeRow,
): Promise<string | null> {
  const rows = await source.query<{ place: string }[]>(
    'SELECT place FROM meetings WHERE plan_id = $1 AND meeting_id = $2',
    [planId, meetingId],
  );
  return rows[0]?.place ?? null;
}
