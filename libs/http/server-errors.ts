/** SQLSTATE classes and codes that say that the database is away, not that the statement is wrong. */
const AWAY = /^(08...|57P0[1-5]|53300|53400|58...)$/;
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that the database cannot be reached now, however deep it is wrapped. */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  if ('code' in error && typeof error.code === 'string') {
    if (AWAY.test(error.code) || UNREACHABLE.has(error.code)) return true;
  }
  if (error instanceof Error && LOST.test(error.message)) return true;
  const inner = [
    'cause' in error ? error.cause : undefined,
    'driverError' in error ? error.driverError : undefined,
    ...(error instanceof AggregateError ? (error.errors as unknown[]) : []),
  ];
  return inner.some((one) => one !== error && isUnavailable(one, depth + 1));
}
