import { HttpException } from '@nestjs/common';
import { DomainError } from '../../../libs/domain/plan/errors.js';
import {
  type FieldProblem,
  isProblemCode,
  permittedRoles,
  type Language,
  type Problem,
  type ProblemCode,
} from '../../../libs/contracts/problem.js';
import { Refusal } from '../../../libs/contracts/refusal.js';
import { isUnavailable } from '../../../libs/http/server-errors.js';
import { isDamaged } from '../../../libs/persistence/damage.js';
import { UnknownReference } from '../../../libs/record/record.errors.js';
import { InvalidCursor } from '../../../libs/record/read/page.js';
import { EXPECTATIONS } from '../schemas/expectations.js';
import { ApiError } from './api-error.js';
import { fieldProblems } from './field-problems.js';
import { InvalidInput } from './invalid-input.js';

/** An error as an answer can tell it. */
export interface ToldError {
  readonly code: ProblemCode;
  readonly errors: readonly FieldProblem[];
  readonly context: Problem['context'];
  readonly headers: Readonly<Record<string, string>>;
}

const RETRY_SECONDS = '5';

function told(code: ProblemCode, parts: Partial<ToldError> = {}): ToldError {
  return { code, errors: [], context: {}, headers: {}, ...parts };
}

function ofDomain(error: DomainError): ToldError {
  const { field, expected, ...rest } = error.details;
  const context = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const errors = field === undefined ? [] : [{ field: asPointer(field), expected: expected ?? '' }];
  const permitted = error.code === 'ACTOR.NOT_PERMITTED' ? permittedRoles(expected) : [];
  const more = permitted.length === 0 ? {} : { permitted };
  return told(error.code, { errors, context: { ...context, ...more } as Problem['context'] });
}

function asPointer(field: string): string {
  return field.startsWith('/') ? field : `/${field.replaceAll('.', '/')}`;
}

function ofHttp(error: HttpException): ToldError {
  const status = error.getStatus();
  if (status === 404) return told('ROUTE.NOT_FOUND');
  if (status >= 400 && status < 500) return told('REQUEST.INVALID');
  return told(status === 503 ? 'SERVER.UNAVAILABLE' : 'SERVER.FAILED');
}

/** What an answer says of an error, in one language. What nobody foresaw says nothing of itself. */
export function problemOfError(error: unknown, language: Language): ToldError {
  if (error instanceof ApiError) return told(error.code, error.parts);
  if (error instanceof InvalidInput) {
    return told('REQUEST.INVALID', { errors: fieldProblems(error.issues, language) });
  }
  if (error instanceof DomainError && isProblemCode(error.code)) return ofDomain(error);
  if (error instanceof UnknownReference) {
    return told(error.code, { errors: [{ field: asPointer(error.field), expected: 'an id that exists' }] });
  }
  if (error instanceof Refusal) return told(error.code, { errors: error.errors });
  if (error instanceof InvalidCursor) {
    const expected = EXPECTATIONS['expected.cursor'][language];
    return told('REQUEST.INVALID', { errors: [{ field: '/cursor', expected }] });
  }
  if (isDamaged(error)) return told('RECORD.DAMAGED');
  if (isUnavailable(error)) return told('SERVER.UNAVAILABLE', { headers: { 'Retry-After': RETRY_SECONDS } });
  if (error instanceof URIError) return told('REQUEST.INVALID');
  if (error instanceof HttpException) return ofHttp(error);
  return told('SERVER.FAILED');
}
