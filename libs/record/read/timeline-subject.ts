import type { EventType } from '../../domain/plan/plan.types.js';

/** What a timeline may tell of an event: ids, codes, numbers, days and instants; never a word that somebody wrote. */
export type TimelineSubject = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Parts of events that hold ids, codes and times only. Texts, and parts that may be either, are not among them. */
const TELLABLE = [
  'participantId',
  'participantIds',
  'personId',
  'formerPersonId',
  'successorPersonId',
  'coordinatorPersonId',
  'helperPersonId',
  'deputyPersonId',
  'authorPersonId',
  'responsibleParticipantId',
  'chairParticipantId',
  'approverIds',
  'consentId',
  'grantIds',
  'replacedGrantIds',
  'basisId',
  'meetingId',
  'goalId',
  'agreementId',
  'replacedBy',
  'requestId',
  'taskId',
  'overlapKey',
  'mergedIntoPlanId',
  'fromPlanId',
  'round',
  'version',
  'revision',
  'section',
  'cycle',
  'attempt',
  'sequence',
  'priority',
  'intervalMonths',
  'minutesSpent',
  'role',
  'kind',
  'mode',
  'channel',
  'status',
  'outcome',
  'answer',
  'response',
  'decision',
  'manner',
  'givenBy',
  'how',
  'late',
  'binding',
  'keep',
  'gaps',
  'missing',
  'citizenTold',
  'step',
  'ref',
  'code',
  'from',
  'to',
  'until',
  'deadline',
  'answerBy',
  'respondBy',
  'dueDate',
  'dueOn',
  'nextOn',
] as const;

/** Events whose reason is a code; with all others it is somebody's words. */
const CODED_REASON: readonly EventType[] = ['planEnded', 'planHeld'];

/** The tellable parts of an event's data; what is nested is told by its ids and codes. */
export function timelineSubject(type: EventType, data: Readonly<Record<string, unknown>>): TimelineSubject {
  const parts = CODED_REASON.includes(type) ? [...TELLABLE, 'reason'] : TELLABLE;
  const told = parts.flatMap((part) => {
    const value = data[part];
    return isPlain(value) ? [[part, value] as const] : [];
  });
  return { ...Object.fromEntries(told), ...nested(data) };
}

function nested(data: Readonly<Record<string, unknown>>): TimelineSubject {
  const subject: Record<string, string | string[]> = {};
  const { grants, orders, attendance, basis, answer } = data;
  for (const list of [grants, orders, attendance]) {
    if (Array.isArray(list))
      subject.participantIds = [...new Set(list.map((one) => textOf(one, 'participantId')))];
  }
  if (isRecord(basis)) {
    subject.basisId = textOf(basis, 'basisId');
    subject.participantId = textOf(basis, 'participantId');
  }
  if (isRecord(answer)) subject.answer = textOf(answer, 'kind');
  return subject;
}

function textOf(value: unknown, part: string): string {
  const text = isRecord(value) ? value[part] : undefined;
  return typeof text === 'string' ? text : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): value is TimelineSubject[string] {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (Array.isArray(value) && value.every((one) => typeof one === 'string'))
  );
}
