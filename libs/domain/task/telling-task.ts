import { type Instant, maxInstant } from '../calendar/index.js';
import type { Awaited } from '../deadline/awaited.types.js';
import type { NoticeKind } from '../notice/notice.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Task } from './task.types.js';

/** What asks somebody for something; a reminder or news beside it asks for nothing that is not asked already. */
const ASKING: readonly NoticeKind[] = [
  'consentConfirmation',
  'gatheringRequest',
  'meetingProposal',
  'meetingInvitation',
  'meetingChange',
  'approvalRequest',
];

/** What a task about reaching somebody without mail is to tell them; null for every other task. */
export function toldBy({ taskId, kind }: Pick<Task, 'taskId' | 'kind'>): NoticeKind | null {
  if (kind !== 'telephone' && kind !== 'sendLetter' && kind !== 'handOver') return null;
  return (taskId.split(':')[2] as NoticeKind | undefined) ?? null;
}

/** Whether by this task somebody is asked for something for the first time. */
export function isAsking(task: Pick<Task, 'taskId' | 'kind'>): boolean {
  const kind = toldBy(task);
  return kind !== null && ASKING.includes(kind);
}

/** Under what it is remembered when somebody was told: what the task serves, and who. */
export function toldKey({ ref, participantId }: Pick<Task, 'ref' | 'participantId'>): string {
  return `${ref ?? ''} ${participantId ?? ''}`;
}

/** Whether nobody has yet told whoever is awaited: then the telling is waited for, and not they. */
export function isUntold(state: PlanState, { ref, from }: Awaited): boolean {
  if (from.kind !== 'participant') return false;
  const { participantId } = from;
  return Object.values(state.tasks).some(
    (task) => task.participantId === participantId && isAsking(task) && serves(task, ref),
  );
}

/**
 * What is awaited from somebody whom a person told of it: it counts from then on.
 * @param told what the task of telling them served, where it was not the answer itself
 * @param until the deadline that follows from the moment at which they were told; never an earlier one than before
 */
export function countedFromTelling(
  state: PlanState,
  awaited: Awaited,
  until: (toldAt: Instant) => Instant,
  told = awaited.ref,
): Awaited {
  if (awaited.from.kind !== 'participant') return awaited;
  const { participantId } = awaited.from;
  const toldAt = state.told?.[toldKey({ ref: told, participantId })];
  if (toldAt === undefined) return awaited;
  return { ...awaited, since: toldAt, deadline: maxInstant(awaited.deadline, until(toldAt)) };
}

/** An invitation is told with its meeting, and answered by each by itself. */
function serves({ ref: served }: Task, ref: string): boolean {
  if (served === null) return false;
  return (
    served === ref ||
    (served.startsWith('meeting:') && ref.startsWith(`invitationResponse${served.slice(7)}:`))
  );
}
