import { CompleteAsyncError } from '@temporalio/activity';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';

/**
 * What goes wrong in an activity reaches Temporal and the log as its kind and where it arose. Its words stay here: those
 * of a database name the values of a statement, and these may be what somebody wrote.
 */
export class FailuresWithoutContent implements ActivityInboundCallsInterceptor {
  async execute(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
  ): Promise<unknown> {
    try {
      return await next(input);
    } catch (error) {
      if (error instanceof CompleteAsyncError || saysCodesOnly(error)) throw error;
      throw withoutContent(error);
    }
  }
}

/** Failures of ours are codes. What one of them was caused by may be anything. */
function saysCodesOnly(error: unknown): boolean {
  return error instanceof TemporalFailure && error.cause === undefined;
}

/** Is tried again as before: an unknown error is, what the rules refuse is not. */
function withoutContent(error: unknown): ApplicationFailure {
  const { name, code, stack } = error instanceof Error ? (error as Error & { code?: unknown }) : UNKNOWN;
  const type = error instanceof ApplicationFailure ? (error.type ?? name) : name;
  const message = typeof code === 'string' ? `${type} ${code}` : type;
  const nonRetryable = error instanceof ApplicationFailure && (error.nonRetryable ?? false);
  const failure = ApplicationFailure.create({ message, type, nonRetryable });
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  failure.stack = [`ApplicationFailure: ${message}`, ...frames].join('\n');
  return failure;
}

const UNKNOWN = { name: 'UnknownError', code: undefined, stack: undefined };
