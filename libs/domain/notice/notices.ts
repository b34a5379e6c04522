import { mayDisclose } from '../disclosure/may-disclose.js';
import { deliveryRef } from '../distribution/distribution.steps.js';
import { type Delivery, deliveryKey } from '../distribution/distribution.types.js';
import { entrySequenceOf } from '../meeting/entry-sequence.js';
import { meetingDeputies } from '../meeting/meeting-deputies.js';
import { meetingRef } from '../meeting/meeting.steps.js';
import { awaitsOf } from '../plan/awaits.js';
import type { PlanState, RecordedEvent } from '../plan/plan.types.js';
import { raiseTask } from '../task/raise-task.js';
import type { TaskEvent, TaskKind } from '../task/task.types.js';
import { isAsking, toldBy } from '../task/telling-task.js';
import type { Notice, NoticeKind, NoticeRecipient } from './notice.types.js';
import { reachesTheLiving, type Telling, tellingsOf } from './tellings.js';

/** What goes out by mail because of an event. People without mail get a task instead (`tasksFor`). */
export function noticesOf(recorded: RecordedEvent, after: PlanState): Notice[] {
  const notices = tellingsOf(recorded, after)
    .filter((telling) => channelOf(after, telling) === 'mail')
    .map(({ reminder: _, ...telling }) => ({
      key: noticeKey(after.planId, recorded.seq, telling.kind, telling.recipient),
      ...telling,
    }));
  return [...new Map(notices.map((notice) => [notice.key, notice])).values()];
}

/** The key of a notice: the plan, the place of the event that it tells of, its kind, its recipient. */
export function noticeKey(planId: string, seq: number, kind: NoticeKind, recipient: NoticeRecipient): string {
  return `${planId}:${seq}:${kind}:${recipientKey(recipient)}`;
}

/**
 * The work that reaching somebody without mail is. Versions have a duty of their own (`deliveryMade`); to print one for the
 * post is a task that ends with it.
 */
export function tasksFor(
  recorded: RecordedEvent,
  after: PlanState,
): Extract<TaskEvent, { type: 'taskRaised' }>[] {
  return tellingsOf(recorded, after).flatMap((telling) => {
    const { recipient, kind, reminder } = telling;
    const ref = telling.ref ?? servedMeeting(telling) ?? servedDelivery(telling, after);
    const channel = channelOf(after, telling);
    if (channel === 'mail' || recipient.kind !== 'participant') return [];
    if (kind === 'versionReady' && channel !== 'letter') return [];
    if (isNeedless(after, telling, recipient.participantId)) return [];
    const byChannel: TaskKind =
      channel === 'letter' ? 'sendLetter' : channel === 'inPerson' ? 'handOver' : 'telephone';
    const occasion = `${recorded.seq}:${kind}:${recipient.participantId}`;
    const { participantId } = recipient;
    return [
      raiseTask(after, reminder ? 'telephone' : byChannel, occasion, { ref, participantId }, recorded.at),
    ];
  });
}

/**
 * Nobody is called about what somebody is to call them about already, nor told that a meeting is off of which they have
 * not been told.
 */
function isNeedless(
  state: PlanState,
  { kind, ref, meetingId, reminder }: Telling,
  participantId: string,
): boolean {
  const open = Object.values(state.tasks).filter(
    (task) => task.participantId === participantId && toldBy(task) !== null,
  );
  if (kind === 'meetingCancellation') {
    const ofMeeting = `meeting:${meetingId ?? ''}:`;
    const isToBeTold = open.some((task) => isAsking(task) && task.ref?.startsWith(ofMeeting));
    return isToBeTold && !wasTold(state, ofMeeting, participantId);
  }
  return reminder && open.some((task) => task.ref === ref);
}

/** Whether a person has told somebody of what is referred to like this, at any time. */
function wasTold({ told = {} }: PlanState, ref: string, participantId: string): boolean {
  return Object.keys(told).some((key) => key.startsWith(ref) && key.endsWith(` ${participantId}`));
}

/** News of a meeting is no longer owed when the meeting is over, moved or cancelled. */
function servedMeeting({ kind, meetingId, sequence }: Telling): string | null {
  if (meetingId === null || sequence === null || kind === 'meetingCancellation') return null;
  return meetingRef({ meetingId, sequence });
}

/** A version that is to be posted is owed until its delivery is recorded. */
function servedDelivery(telling: Telling, state: PlanState): string | null {
  const delivery = deliveryOf(state, telling);
  return delivery === null ? null : deliveryRef(delivery);
}

function deliveryOf(state: PlanState, { kind, version, recipient }: Telling): Delivery | null {
  if (kind !== 'versionReady' || version === null || recipient.kind !== 'participant') return null;
  return state.deliveries[deliveryKey(version, recipient.participantId)] ?? null;
}

/** Why a notice is not sent although it was written; it waits while a death may still be taken back. */
export type NoticeRefusal = 'moot' | 'withheld' | 'waits';

/**
 * Whether a notice may still go out, asked at the moment of sending: nobody is reminded of what is done, none goes
 * after the end, and nothing goes to a recipient who has lost the right to it since it was written. What a death keeps back
 * waits for the end of the plan or for the death to be taken back.
 */
export function refusalOf(state: PlanState, notice: Notice, at: string): NoticeRefusal | null {
  const isForTheLiving = reachesTheLiving(state, notice);
  if (!isForTheLiving && state.ended === null) return 'waits';
  if (!isForTheLiving || !stands(state, notice)) return 'moot';
  const { recipient, discloses } = notice;
  if (discloses === null || recipient.kind !== 'participant') return null;
  const { participantId } = recipient;
  const answer = mayDisclose(state, { participantId, kind: discloses, purpose: 'coordination', at });
  return answer.allowed ? null : 'withheld';
}

/** What is still told when a plan has ended. */
const AFTER_END: readonly NoticeKind[] = ['requestAnswered', 'courseEnded'];

function stands(state: PlanState, notice: Notice): boolean {
  if (notice.kind === 'meetingCancellation') return true;
  if (state.ended !== null) return AFTER_END.includes(notice.kind);
  if (notice.kind === 'coordinationGiven') return isToCoordinator(state, notice);
  if (notice.kind === 'deputyAppointed' || notice.kind === 'deputyBegun') return isToDeputy(state, notice);
  if (notice.kind === 'deputyEnded') return !isToDeputy(state, notice);
  if (notice.kind === 'meetingDeputy') return isMeetingDeputy(state, notice);
  if (notice.ref !== null) return awaitsOf(state).some(({ ref }) => ref === notice.ref);
  if (notice.recipient.kind !== 'participant') return true;
  const { participantId } = notice.recipient;
  if (notice.kind === 'versionReady') {
    return state.deliveries[deliveryKey(notice.version ?? 0, participantId)]?.status === 'queued';
  }
  if (notice.meetingId === null || notice.kind === 'meetingProposal') return true;
  const meeting = state.meetings[notice.meetingId];
  const invitation = meeting?.invitations[participantId];
  return (
    meeting?.status === 'fixed' &&
    meeting.sequence === notice.sequence &&
    invitation !== undefined &&
    (notice.entrySequence ?? entrySequenceOf(invitation)) === entrySequenceOf(invitation)
  );
}

/** Whoever was to come instead, and no longer is, is not told it afterwards. */
function isMeetingDeputy(state: PlanState, { recipient, meetingId }: Notice): boolean {
  return meetingDeputies(state).some(
    (one) =>
      recipient.kind === 'person' && one.personId === recipient.personId && one.meetingId === meetingId,
  );
}

/** Whoever was told that they coordinate, and no longer do, is not told it afterwards. */
function isToCoordinator({ coordinatorPersonId }: PlanState, { recipient }: Notice): boolean {
  return recipient.kind === 'person' && recipient.personId === coordinatorPersonId;
}

function isToDeputy({ deputy }: PlanState, { recipient }: Notice): boolean {
  return recipient.kind === 'person' && recipient.personId === deputy?.personId;
}

/** A version goes by the channel that it was ordered by, everything else by the participant's own. */
function channelOf(state: PlanState, telling: Telling): string {
  const { recipient } = telling;
  if (recipient.kind !== 'participant') return 'mail';
  const ordered = deliveryOf(state, telling);
  if (ordered !== null) return ordered.channel;
  return state.participants[recipient.participantId]?.channel ?? 'mail';
}

function recipientKey(recipient: NoticeRecipient): string {
  switch (recipient.kind) {
    case 'participant':
      return recipient.participantId;
    case 'partyLeader':
      return `leader-${recipient.participantId}`;
    case 'person':
      return recipient.personId;
    case 'coordinator':
    case 'teamLeader':
      return recipient.kind;
  }
}
