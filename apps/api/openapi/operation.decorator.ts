import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { COMMAND_RULES } from '../../../libs/domain/plan/command-rules.js';
import type { CommandType } from '../../../libs/domain/plan/plan.types.js';
import type { ProblemCode } from '../../../libs/contracts/problem.js';
import { OPERATION_RULES, type Operation } from '../../../libs/domain/access/operation-rules.js';
import { OPERATION } from '../http/access.guard.js';
import { commandAnswer } from '../commands/command-answer.js';
import { HEALTH_EXAMPLE, healthView } from '../health/health.view.js';
import { COMMAND_ANSWER_EXAMPLE } from './examples.js';

/** What every operation says of itself. */
export interface OperationText {
  /** Unique name, which client generators use. */
  readonly id: Operation;
  readonly summary: string;
  readonly description: string;
  /** Codes of problems that are this operation's own; those common to its kind are added. */
  readonly errors: readonly ProblemCode[];
}

export interface ReadText extends OperationText {
  /** An example of the body, for what is asked with one. */
  readonly request?: unknown;
  readonly answer: z.ZodType;
  readonly example: unknown;
  /** What the answer's ETag is; left out where there is none. */
  readonly entityTag?: string;
}

export interface CommandText extends OperationText {
  /** The command that it gives; who may and when is added from the rules. */
  readonly id: CommandType;
  /** An example of the body; none where there is no body. */
  readonly example?: unknown;
  /** 201 for what makes something new, else 200. */
  readonly status?: 200 | 201;
  /** Given only by somebody who says what they had before them. */
  readonly needsIfMatch?: true;
}

/** Vendor extensions that the document is completed from. */
export const ERROR_CODES_EXTENSION = 'x-error-codes';
export const REQUEST_EXAMPLE_EXTENSION = 'x-request-example';
export const ANSWER_EXAMPLE_EXTENSION = 'x-answer-example';
/** Tells which scope lets a machine use an operation; without it none does. */
export const SCOPE_EXTENSION = 'x-client-scope';

const SERVER: readonly ProblemCode[] = ['RECORD.DAMAGED', 'SERVER.UNAVAILABLE', 'SERVER.FAILED'];
/** Tells that whoever uses an operation must have signed in a short while ago. */
export const ANEW_EXTENSION = 'x-sign-in-anew';

const SIGNED_IN: readonly ProblemCode[] = [
  'REQUEST.ADDRESS_TOO_LONG',
  'REQUEST.NOT_UTF8',
  'AUTH.MISSING',
  'AUTH.INVALID',
  'AUTH.ASSURANCE_TOO_LOW',
  'AUTH.SCOPE_MISSING',
  'RATE.LIMITED',
  ...SERVER,
];
const BODIES: readonly ProblemCode[] = [
  'REQUEST.BROKEN_JSON',
  'REQUEST.TOO_DEEP',
  'REQUEST.TOO_LARGE',
  'REQUEST.UNSUPPORTED_TYPE',
];
const WRITTEN: readonly ProblemCode[] = [
  'REQUEST.INVALID',
  ...BODIES,
  'IDEMPOTENCY.KEY_INVALID',
  'IDEMPOTENCY.KEY_REUSED',
];
const COMMANDED: readonly ProblemCode[] = [
  'PLAN.NOT_FOUND',
  'ACTOR.NOT_PERMITTED',
  'PRECONDITION.INVALID',
  'PRECONDITION.NOT_OURS',
  'PRECONDITION.FAILED',
];

type Decorator = MethodDecorator;

function described(text: OperationText, common: readonly ProblemCode[]): Decorator {
  return applyDecorators(
    SetMetadata(OPERATION, text.id),
    ApiOperation({ operationId: text.id, summary: text.summary, description: text.description }),
    ApiExtension(
      ERROR_CODES_EXTENSION,
      [...new Set([...text.errors, ...common, ...anewProblem(text.id)])].sort(),
    ),
    ...scoped(text.id),
    ...(OPERATION_RULES[text.id].anew === true ? [ApiExtension(ANEW_EXTENSION, true)] : []),
  );
}

function anewProblem(operation: Operation): readonly ProblemCode[] {
  return OPERATION_RULES[operation].anew === true ? ['AUTH.SIGN_IN_ANEW'] : [];
}

function scoped(operation: Operation): Decorator[] {
  const rule = OPERATION_RULES[operation];
  if (rule.to !== 'signedIn' || rule.scope === undefined) return [];
  return [ApiExtension(SCOPE_EXTENSION, rule.scope)];
}

const idempotencyHeader = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description:
    'Names one intention: giving it again changes nothing and is answered again, with what the actor may know by then.',
  schema: { type: 'string', minLength: 8, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' },
});

type Headers = Record<string, { description: string; schema: { type: 'string' } }>;

function entityTagHeader(description: string): Headers {
  return { ETag: { description, schema: { type: 'string' } } };
}

/** What the rules say of the phases in which a command may be given. */
function phaseProblems(command: CommandType): ProblemCode[] {
  const { afterEnd, afterDeath, onHold, beforeAnswer } = COMMAND_RULES[command];
  return [
    ...(afterEnd ? [] : (['PLAN.ENDED'] as const)),
    ...(afterDeath ? [] : (['PLAN.CITIZEN_DIED'] as const)),
    ...(onHold ? [] : (['PLAN.ON_HOLD'] as const)),
    ...(beforeAnswer ? [] : (['PLAN.AWAITS_CITIZEN_ANSWER'] as const)),
  ];
}

function whoMay(command: CommandType): string {
  const { by, bySelf } = COMMAND_RULES[command];
  const who = [...by, ...(bySelf ? ['the participant whom it is about'] : [])];
  return who.length === 0 ? 'Given by staff.' : `Given by: ${who.join(', ')}.`;
}

/** An operation that reads and changes nothing. */
export function ReadOperation(text: ReadText): Decorator {
  const asked = text.request === undefined ? [] : BODIES;
  return applyDecorators(
    described(text, [...SIGNED_IN, 'REQUEST.INVALID', ...asked]),
    HttpCode(200),
    ...(text.request === undefined ? [] : [ApiExtension(REQUEST_EXAMPLE_EXTENSION, text.request)]),
    ApiBearerAuth('token'),
    ApiExtension(ANSWER_EXAMPLE_EXTENSION, text.example),
    ApiResponse({
      status: 200,
      description: text.summary,
      standardSchema: text.answer,
      ...(text.entityTag === undefined ? {} : { headers: entityTagHeader(text.entityTag) }),
    }),
  );
}

/** An operation that tells how the system is, to anybody. */
export function HealthOperation(text: Omit<OperationText, 'errors'>): Decorator {
  return applyDecorators(
    described({ ...text, errors: [] }, ['SERVER.FAILED']),
    ApiExtension(ANSWER_EXAMPLE_EXTENSION, HEALTH_EXAMPLE),
    ApiResponse({ status: 200, description: 'All is there.', standardSchema: healthView }),
    ApiResponse({ status: 503, description: 'Something is missing.', standardSchema: healthView }),
  );
}

/** An operation that gives a file. */
export function FileOperation(text: OperationText): Decorator {
  return applyDecorators(
    described(text, [...SIGNED_IN, 'REQUEST.INVALID']),
    ApiBearerAuth('token'),
    ApiResponse({ status: 200, description: text.summary, schema: { type: 'string', format: 'binary' } }),
  );
}

export interface WriteText extends ReadText {
  /** 200 for what changes something that is there; else 201. */
  readonly status?: 200 | 201;
}

/** An operation that registers something beside the plans. */
export function WriteOperation(text: WriteText): Decorator {
  const status = text.status ?? 201;
  return applyDecorators(
    described(text, [...SIGNED_IN, ...WRITTEN, 'ACTOR.NOT_PERMITTED']),
    ApiBearerAuth('token'),
    idempotencyHeader,
    HttpCode(status),
    ...(text.request === undefined ? [] : [ApiExtension(REQUEST_EXAMPLE_EXTENSION, text.request)]),
    ApiExtension(ANSWER_EXAMPLE_EXTENSION, text.example),
    ApiResponse({ status, description: text.summary, standardSchema: text.answer }),
  );
}

/** An operation that gives one command to one plan. */
export function CommandOperation(text: CommandText): Decorator {
  const status = text.status ?? 200;
  return applyDecorators(
    described({ ...text, description: `${text.description} ${whoMay(text.id)}` }, [
      ...SIGNED_IN,
      ...WRITTEN,
      ...COMMANDED,
      ...phaseProblems(text.id),
    ]),
    ApiBearerAuth('token'),
    idempotencyHeader,
    ApiHeader({
      name: 'If-Match',
      required: text.needsIfMatch === true,
      description: 'The ETag that the actor had before them; the command is refused if it stands no longer.',
      schema: {
        type: 'string',
        pattern: text.needsIfMatch === true ? '^"[0-9]{1,9}"$' : '^(\\*|"[0-9]{1,9}")$',
      },
    }),
    HttpCode(status),
    ...(text.example === undefined ? [] : [ApiExtension(REQUEST_EXAMPLE_EXTENSION, text.example)]),
    ApiExtension(ANSWER_EXAMPLE_EXTENSION, COMMAND_ANSWER_EXAMPLE),
    ApiResponse({
      status,
      description: 'It is on record.',
      standardSchema: commandAnswer,
      headers: entityTagHeader('The seq of the plan.'),
    }),
  );
}
