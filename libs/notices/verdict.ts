import type { EntityManager } from 'typeorm';
import { addDuration, type Instant } from '../domain/calendar/index.js';
import { refusalOf } from '../domain/notice/notices.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import { isMailAddress, type NoticeItem } from '../mail/index.js';
import { noticeItem } from './notice-content.js';
import { type NoticeRow, participantIdOf } from './notice-row.js';
import type { PersonalPaths } from '../persistence/encryption/personal-paths.js';
import type { EventLog } from '../persistence/event-log.js';
import type { Addressee } from '../record/read/addressees.read.js';
import { channelTo, hasLeft, personIdOf, type Reachable } from './recipients.js';
import { sendingTime } from './sending-time.js';
import { canBeOpened } from './access-link-notice.js';
import { wasToldOfDeputy } from './told-deputy.js';
import { CALENDAR_KINDS, type ToldEntry, toldMeeting } from './told-meeting.js';

/** How soon it is looked again at a notice that waits for the answer to an earlier mail. */
const LOOK_AGAIN_MINUTES = 1;
/** How soon it is looked again at one that a death keeps back; what is taken back sends it at once. */
const LOOK_AGAIN_DAYS = 1;

/** What is to become of a notice at the moment of its sending. */
export type Verdict =
  | { readonly what: 'send'; readonly item: NoticeItem; readonly told: ToldEntry | null }
  | { readonly what: 'moot' | 'withheld' }
  | { readonly what: 'unreachable'; readonly code: string }
  | { readonly what: 'later'; readonly dueAt: Instant };

/** To whom a notice goes as far as was known when it was bundled, and when it is judged. */
export interface Judging {
  readonly manager: EntityManager;
  readonly events: EventLog;
  readonly reachable: Reachable;
  readonly personId: string | null;
  readonly addressee: Addressee | null;
  readonly publicUrl: string;
  readonly paths: PersonalPaths;
  readonly now: Instant;
}

/** Judges a claimed notice. The plan must be held, so that what is true stays so until it is marked. */
export async function verdictOn(state: PlanState, notice: NoticeRow, judging: Judging): Promise<Verdict> {
  const { manager, events, reachable, personId, addressee, publicUrl, paths, now } = judging;
  const refusal = refusalOf(state, notice, now);
  if (refusal === 'waits') return whileDead(now);
  if (refusal !== null) return { what: refusal };
  if (personIdOf(state, notice.recipient, reachable, now) !== personId) return { what: 'later', dueAt: now };
  // What was meant for a party is not for whoever answered for it once.
  if (hasLeft(state, notice.recipient, reachable)) return { what: 'withheld' };
  if (notice.recipient.kind === 'person' && personId === null) return { what: 'moot' };
  // Nobody is written to after their death, also before the plan has taken it in; it may be a mistake.
  if (addressee?.deceased === true) return whileDead(now);
  // A party without a leader has nobody else to tell; the coordinator has been told of its silence.
  if (notice.recipient.kind === 'partyLeader' && personId === null) return { what: 'moot' };
  if (notice.accessLinkId !== null && !(await canBeOpened(manager, state, notice.accessLinkId, now))) {
    return { what: 'moot' };
  }
  if (notice.kind === 'deputyEnded' && !(await wasToldOfDeputy(manager, notice))) return { what: 'moot' };
  const isCalendarEntry = CALENDAR_KINDS.includes(notice.kind);
  const told = isCalendarEntry ? await toldMeeting(manager, events, notice, personId) : null;
  if (told?.status === 'underWay') {
    return { what: 'later', dueAt: addDuration(now, { minutes: LOOK_AGAIN_MINUTES }) };
  }
  const entry = told?.status === 'told' ? told.entry : null;
  const time = entry?.time ?? null;
  if (notice.kind === 'meetingCancellation' && (time === null || isInvited(state, notice))) {
    return { what: 'moot' };
  }
  const failure = addressFailure(state, notice, addressee);
  if (failure !== null) return { what: 'unreachable', code: failure };
  const pages = {
    publicUrl,
    signsIn: addressee?.signsIn === true && personId !== null,
    pathFor: (path: string) => (personId === null ? path : `to/${paths.seal(personId, path)}`),
  };
  const item = noticeItem(state, notice, time, pages, now);
  if (item === null) return { what: 'moot' };
  const dueAt = sendingTime(state, notice, time?.from ?? null, now);
  return dueAt > now ? { what: 'later', dueAt } : { what: 'send', item, told: entry };
}

function whileDead(now: Instant): Verdict {
  return { what: 'later', dueAt: addDuration(now, { days: LOOK_AGAIN_DAYS }) };
}

/** Whether somebody whose invitation was withdrawn has been invited again since. */
function isInvited(state: PlanState, notice: NoticeRow): boolean {
  const meeting = notice.meetingId === null ? undefined : state.meetings[notice.meetingId];
  return meeting?.status === 'fixed' && meeting.invitations[participantIdOf(notice) ?? ''] !== undefined;
}

function addressFailure(state: PlanState, notice: NoticeRow, addressee: Addressee | null): string | null {
  if (addressee === null || channelTo(state, notice.recipient, addressee) !== 'mail') return 'NO_ADDRESS';
  if (addressee.email === null || addressee.email === '') return 'NO_ADDRESS';
  return isMailAddress(addressee.email) ? null : 'ADDRESS';
}
