import { HttpException } from '@nestjs/common';
import { isProblemCode, permittedRoles, type ProblemCode } from '../../../libs/contracts/problem.js';
import { Refusal } from '../../../libs/contracts/refusal.js';
import { DomainError } from '../../../libs/domain/plan/errors.js';
import { isUnavailable } from '../../../libs/http/server-errors.js';
import { ProviderUnavailable } from '../../../libs/identity/identity-errors.js';
import { isDamaged } from '../../../libs/persistence/damage.js';
import { InvalidCursor } from '../../../libs/record/read/page.js';
import { UnknownReference } from '../../../libs/record/record.errors.js';
import { PageProblem } from './page-problem.js';

/** An error as a page can tell it. */
export interface ToldProblem {
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;
  /** The roles that may do what was refused; none if they are not named. */
  readonly permitted: readonly string[];
}

const RETRY_LATER = { 'Retry-After': '5' };

/** What a page says of an error. What nobody foresaw says nothing of itself. */
export function problemOfError(error: unknown): ToldProblem {
  if (error instanceof PageProblem) return { ...told(error.code), headers: error.headers };
  const code = refusalCode(error);
  if (code !== null) return { ...told(code), permitted: permittedBy(error) };
  if (error instanceof InvalidCursor) return told('PAGE.NOT_FOUND');
  if (error instanceof ProviderUnavailable) return { ...told('SIGN_IN.UNAVAILABLE'), headers: RETRY_LATER };
  if (isDamaged(error)) return told('RECORD.DAMAGED');
  if (isUnavailable(error)) return { ...told('PAGE.UNAVAILABLE'), headers: RETRY_LATER };
  if (error instanceof URIError) return told('FORM.INVALID');
  return told(codeOfStatus(statusOf(error)));
}

/** The code of what rules, register or record refused; null for any other error. */
export function refusalCode(error: unknown): ProblemCode | null {
  if (error instanceof DomainError && isProblemCode(error.code)) return error.code;
  return error instanceof Refusal || error instanceof UnknownReference ? error.code : null;
}

function told(code: ProblemCode): ToldProblem {
  return { code, headers: {}, permitted: [] };
}

function permittedBy(error: unknown): readonly string[] {
  const isRefusal = error instanceof DomainError && error.code === 'ACTOR.NOT_PERMITTED';
  return isRefusal ? permittedRoles(error.details.expected) : [];
}

/** What framework and body parser found, whose own words may repeat what was sent. */
function statusOf(error: unknown): unknown {
  if (error instanceof HttpException) return error.getStatus();
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
}

function codeOfStatus(status: unknown): ProblemCode {
  if (status === 413) return 'FORM.TOO_LARGE';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'FORM.INVALID' : 'PAGE.FAILED';
}
