/** What a log may say of an error: its kind, its code and where it arose. Messages may quote what was given. */
export function withoutContent(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // Of a failure that goes to Temporal: a code of ours, or the kind of the error behind it.
  const failure = 'type' in error && typeof error.type === 'string' ? error.type : undefined;
  return {
    type: error.name,
    ...(failure === undefined ? {} : { failure }),
    ...(code === undefined ? {} : { code }),
    stack: stack.slice(0, 20).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: withoutContent(error.cause) }),
  };
}
