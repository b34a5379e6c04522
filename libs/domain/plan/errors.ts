/**
 * Every way in which a command can be wrong, one code each. The part before the dot is the concern.
 * The API turns each into a problem of its own (RFC 9457); the codes are part of the public contract.
 */
export const ERROR_CODES = [
  'PLAN.NOT_FOUND',
  'PLAN.ALREADY_STARTED',
  'PLAN.CITIZEN_HAS_OPEN_PLAN',
  'PLAN.ENDED',
  'PLAN.NOT_ENDED',
  'PLAN.ON_HOLD',
  'PLAN.NOT_ON_HOLD',
  'PLAN.AWAITS_CITIZEN_ANSWER',
  'PLAN.CITIZEN_ALREADY_ANSWERED',
  'PLAN.ANSWERED_BY_ANOTHER',
  'PLAN.GROUNDS_MISSING',
  'PLAN.AGREEMENTS_OPEN',
  'PLAN.DELIVERIES_OPEN',
  'PLAN.END_REASON_INCOMPLETE',
  'PLAN.HOLD_UNTIL_PAST',
  'PLAN.REOPEN_REFUSED',
  'PLAN.CITIZEN_DIED',
  'PLAN.POLICY_INVALID',
  'ACTOR.NOT_PERMITTED',
  'PARTICIPANT.NOT_FOUND',
  'PARTICIPANT.ALREADY_ADDED',
  'PARTICIPANT.REMOVED',
  'PARTICIPANT.WISH_MISSING',
  'PARTICIPANT.CITIZEN_FIXED',
  'PARTICIPANT.SAME_PERSON',
  'PARTICIPANT.CITIZEN_OF_AGE',
  'PARTICIPANT.ORGANISATION_MISSING',
  'PARTICIPANT.OTHER_ORGANISATION',
  'PARTICIPANT.NOT_REPLACEABLE',
  'PARTICIPANT.DIED',
  'PARTICIPANT.BOTH_KINDS',
  'PARTICIPANT.HAS_SAY',
  'PARTICIPANT.NO_SAY',
  'PARTICIPANT.UNCONFIRMED',
  'CONFIRMATION.NOT_FOUND',
  'CONFIRMATION.ALREADY_ASKED',
  'CONFIRMATION.NOT_THE_SECOND_PERSON',
  'CONFIRMATION.DOCUMENT_MISSING',
  'CONSENT.MISSING',
  'CONSENT.NOT_FOUND',
  'CONSENT.ALREADY_USED_ID',
  'CONSENT.PERIOD_REVERSED',
  'CONSENT.PERIOD_TOO_LONG',
  'CONSENT.PERIOD_OVER',
  'CONSENT.NO_CUSTODY',
  'CONSENT.CITIZEN_UNDER_15',
  'CONSENT.NO_GUARDIAN',
  'CONSENT.NOT_THE_GIVER',
  'CONSENT.REFUSAL_STANDS',
  'CONSENT.WORDING_UNKNOWN',
  'CONSENT.NOTHING_GRANTED',
  'CONSENT.NOT_PROVISIONAL',
  'CONSENT.SELF_CONFIRMED',
  'CONSENT.BEYOND_OWN_SIGHT',
  'CONSENT.GIVEN_BY_CITIZEN',
  'CONSENT.NOT_NARROWER',
  'CONSENT.NOTHING_TO_WITHDRAW',
  'BASIS.NOT_FOUND',
  'BASIS.REASON_MISSING',
  'BASIS.PERIOD_TOO_LONG',
  'BASIS.NOT_URGENT',
  'BASIS.ALREADY_ENDED',
  'GATHERING.NOT_REQUESTED',
  'GATHERING.ALREADY_REQUESTED',
  'GATHERING.NOT_A_PARTY',
  'GATHERING.DEADLINE_PAST',
  'GATHERING.ANSWER_EMPTY',
  'GATHERING.ANSWER_TOO_LONG',
  'OVERLAP.NOT_FOUND',
  'OVERLAP.ALREADY_DECIDED',
  'MEETING.NOT_FOUND',
  'MEETING.ALREADY_EXISTS',
  'MEETING.END_BEFORE_START',
  'MEETING.IN_THE_PAST',
  'MEETING.NOTICE_TOO_SHORT',
  'MEETING.URGENT_TOO_SOON',
  'MEETING.OPTION_UNKNOWN',
  'MEETING.OPTIONS_MISSING',
  'MEETING.ANSWERS_MISSING',
  'MEETING.NOT_PROPOSED',
  'MEETING.NOT_FIXED',
  'MEETING.ALREADY_HELD',
  'MEETING.CANCELLED',
  'MEETING.NOT_YET_BEGUN',
  'MEETING.HAS_BEGUN',
  'MEETING.NOT_INVITED',
  'MEETING.DEPUTY_FROM_ELSEWHERE',
  'MEETING.WITHOUT_CITIZEN_NEEDS_REASON',
  'MEETING.CHAIR_NOT_PARTICIPANT',
  'MEETING.UNCHANGED',
  'SECTION.CONFLICT',
  'SECTION.NOT_YOURS',
  'SECTION.EMPTY',
  'DRAFT.SUBMITTED',
  'DRAFT.NOT_SUBMITTED',
  'DRAFT.SECTIONS_MISSING',
  'DRAFT.NOT_AN_APPROVER',
  'DRAFT.ALREADY_ANSWERED',
  'DRAFT.CITIZEN_SAID_NO',
  'DRAFT.MANNER_MISSING',
  'DRAFT.STILL_WAITING',
  'DRAFT.NOT_LOCKED',
  'DRAFT.ALREADY_OPEN',
  'DRAFT.CLOSED',
  'GOAL.NOT_FOUND',
  'GOAL.CLOSED',
  'GOAL.IN_VERSION',
  'AGREEMENT.NOT_FOUND',
  'AGREEMENT.ALREADY_EXISTS',
  'AGREEMENT.ALREADY_ENDED',
  'AGREEMENT.BINDING',
  'AGREEMENT.DUE_DATE_PAST',
  'AGREEMENT.REASON_MISSING',
  'AGREEMENT.NOT_LATE',
  'VERSION.NOT_FOUND',
  'DELIVERY.NOT_FOUND',
  'DELIVERY.CHANNEL_CANNOT_TELL',
  'DELIVERY.ALREADY_FURTHER',
  'FOLLOW_UP.NOT_OPEN',
  'FOLLOW_UP.BEFORE_TODAY',
  'FOLLOW_UP.INTERVAL_NOT_ALLOWED',
  'FOLLOW_UP.GOALS_WITHOUT_STATUS',
  'FOLLOW_UP.NO_VERSION',
  'REQUEST.NOT_FOUND',
  'REQUEST.ALREADY_MADE',
  'REQUEST.ALREADY_ANSWERED',
  'REQUEST.SUBJECT_MISSING',
  'HANDOVER.ALREADY_PROPOSED',
  'HANDOVER.NOT_PROPOSED',
  'HANDOVER.NOT_THE_SUCCESSOR',
  'HANDOVER.SAME_PERSON',
  'COORDINATOR.ALREADY_NAMED',
  'COORDINATOR.NOT_ELIGIBLE',
  'DEPUTY.PERIOD_REVERSED',
  'DEPUTY.ALREADY_APPOINTED',
  'DEPUTY.NONE',
  'TASK.NOT_FOUND',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What an answer may say about an error: field paths, what was expected, ids and codes, never content. */
export interface ErrorDetails {
  readonly field?: string;
  readonly expected?: string;
  readonly [key: string]: string | number | boolean | readonly string[] | undefined;
}

/** A command that the rules refuse. It changes nothing. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Throws `code` unless the condition holds. */
export function ensure(condition: boolean, code: ErrorCode, details: ErrorDetails = {}): asserts condition {
  if (!condition) throw new DomainError(code, details);
}

/** The value, or `code` if there is none. */
export function required<T>(value: T | undefined | null, code: ErrorCode, details: ErrorDetails = {}): T {
  if (value === undefined || value === null) throw new DomainError(code, details);
  return value;
}

/** The value that has an id, or `code` if none has; what every object has by itself is nobody's. */
export function requiredIn<T>(
  all: Readonly<Record<string, T>>,
  id: string,
  code: ErrorCode,
  details: ErrorDetails = {},
): T {
  return required(Object.hasOwn(all, id) ? all[id] : null, code, details);
}
