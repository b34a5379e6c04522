import pino, { type Logger } from 'pino';

/** The log of a process: lines of JSON without personal data. An error is named, its words are not written. */
export function processLog(name: string, level: string): Logger {
  return pino({
    level,
    serializers: { err: withoutContent, error: withoutContent },
    base: { process: name },
  });
}

function withoutContent(error: unknown): object {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const { code } = error as Error & { code?: unknown };
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}), stack: frames(error) };
}

/** Where it happened, without the message, which may repeat what somebody wrote. */
function frames(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);
}
