import type { ErrorCode } from '../domain/plan/errors.js';

/** What can be wrong with a request before, beside or after the rules of a plan. */
export const API_ERROR_CODES = [
  'REQUEST.INVALID',
  'REQUEST.BROKEN_JSON',
  'REQUEST.NOT_UTF8',
  'REQUEST.TOO_DEEP',
  'REQUEST.TOO_LARGE',
  'REQUEST.UNSUPPORTED_TYPE',
  'REQUEST.ADDRESS_TOO_LONG',
  'ROUTE.NOT_FOUND',
  'ROUTE.METHOD_NOT_ALLOWED',
  'AUTH.MISSING',
  'AUTH.INVALID',
  'AUTH.ASSURANCE_TOO_LOW',
  'AUTH.SIGN_IN_ANEW',
  'AUTH.SCOPE_MISSING',
  'RATE.LIMITED',
  'IDEMPOTENCY.KEY_INVALID',
  'IDEMPOTENCY.KEY_REUSED',
  'PRECONDITION.REQUIRED',
  'PRECONDITION.INVALID',
  'PRECONDITION.NOT_OURS',
  'PRECONDITION.FAILED',
  'DOCUMENT.NOT_FOUND',
  'DOCUMENT.EMPTY',
  'DOCUMENT.TOO_LARGE',
  'DOCUMENT.TYPE_NOT_ALLOWED',
  'DOCUMENT.TYPE_MISMATCH',
  'DOCUMENT.NOT_UTF8',
  'DOCUMENT.HARMFUL',
  'DOCUMENT.NOT_SCANNED',
  'CPR.INVALID',
  'CPR.ALREADY_REGISTERED',
  'CPR.NOT_A_REPLACEMENT',
  'CITIZEN.NOT_FOUND',
  'PERSON.NOT_FOUND',
  'PERSON.ALREADY_REGISTERED',
  'ORGANISATION.NOT_FOUND',
  'ORGANISATION.ALREADY_REGISTERED',
  'ORGANISATION.WITHOUT_CVR',
  'SIGN_IN.ALREADY_REGISTERED',
  'CLIENT.NOT_FOUND',
  'CLIENT.ALREADY_REGISTERED',
  'ACCESS_LINK.NOT_FOUND',
  'ACCESS_LINK.SIGNS_IN',
  'ACCESS_LINK.HOLDER_LEFT',
  'ACCESS_LINK.NOT_BY_MAIL',
  'ERASURE.ALREADY_HELD_BACK',
  'ERASURE.NOT_HELD_BACK',
  'FIGURES.QUARTER_NOT_OVER',
  'RECORD.DAMAGED',
  'SERVER.UNAVAILABLE',
  'SERVER.FAILED',
] as const;

export type ApiErrorCode = (typeof API_ERROR_CODES)[number];

/** What can be wrong with a page, a form or a sign-in at the portal. */
export const PORTAL_ERROR_CODES = [
  'PAGE.NOT_FOUND',
  'PAGE.ADDRESS_TOO_LONG',
  'PLAN.NO_LONGER_OPEN',
  'PAGE.SIGN_IN_NEEDED',
  'PAGE.LIMITED',
  'PAGE.UNAVAILABLE',
  'PAGE.FAILED',
  'FORM.NOT_OURS',
  'FORM.TOO_LARGE',
  'FORM.INVALID',
  'FORM.NOT_UTF8',
  'SIGN_IN.NOT_OURS',
  'SIGN_IN.BROKEN_OFF',
  'SIGN_IN.NOT_REGISTERED',
  'SIGN_IN.ASSURANCE_TOO_LOW',
  'SIGN_IN.UNAVAILABLE',
  'ACCESS_LINK.UNKNOWN',
  'ACCESS_LINK.CODE_WRONG',
  'ACCESS_LINK.LOCKED',
  'ACCESS_LINK.USED',
  'ACCESS_LINK.EXPIRED',
  'ACCESS_LINK.REVOKED',
  'ACCESS_LINK.PLAN_OVER',
  'ACCESS_LINK.PERSON_LEFT',
  'ACCESS_LINK.NO_CONSENT',
  'ACCESS_LINK.OVER',
] as const;

export type PortalErrorCode = (typeof PORTAL_ERROR_CODES)[number];

/** Every code of a problem, of the API and of the portal. */
export type ProblemCode = ErrorCode | ApiErrorCode | PortalErrorCode;

/** Languages of what people read. */
export type Language = 'da' | 'en';

/** One short title and one sentence that says what to do, in one language. */
export interface ProblemText {
  readonly title: string;
  readonly detail: string;
}

/** HTTP status (RFC 9110) and words of one kind of problem. */
export interface ProblemKind {
  readonly status: number;
  readonly da: ProblemText;
  readonly en: ProblemText;
}

/** One field that is wrong: where (a JSON pointer, or the name of a parameter) and what was expected there. */
export interface FieldProblem {
  readonly field: string;
  readonly expected: string;
}

/** The body of an `application/problem+json` answer (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly correlationId: string;
  /** Ids and codes that help to go on, for instance the seq that stands now. */
  readonly context?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}
