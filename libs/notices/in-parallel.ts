/** Does something with each of several things, a few at a time. The first failure ends it, after what is under way. */
export async function inParallel<T>(
  things: readonly T[],
  atOnce: number,
  act: (thing: T) => Promise<void>,
): Promise<void> {
  const left = things.values();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const thing of left) {
      if (failed) return;
      try {
        await act(thing);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
