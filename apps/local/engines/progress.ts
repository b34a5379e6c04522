/** Where progress is told; replaced in tests and by callers that want silence. */
export type Say = (line: string) => void;

/** Prints one line of progress. */
export const sayOnScreen: Say = (line) => {
  console.log(line);
};

/** Says nothing. */
export const sayNothing: Say = () => undefined;

const secondsSince = (started: number): number => Math.round((performance.now() - started) / 1000);

/**
 * Runs a long piece of work and says every few seconds how long it has been at it.
 *
 * @param label What is being done, as a phrase ("building the Temporal server").
 * @param work The work itself.
 * @param everySeconds Seconds between two lines; quick work prints nothing at all.
 * @returns What the work returns.
 */
export async function withProgress<T>(
  say: Say,
  label: string,
  work: () => Promise<T>,
  everySeconds = 5,
): Promise<T> {
  const started = performance.now();
  let lines = 0;
  const timer = setInterval(() => {
    lines += 1;
    say(`  ${label}: ${secondsSince(started)} s so far`);
  }, everySeconds * 1000);
  try {
    const result = await work();
    if (lines > 0) say(`  ${label}: done after ${secondsSince(started)} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
