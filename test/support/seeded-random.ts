/** Numbers that follow from one whole number, so that a load can be put on again. */
export interface SeededRandom {
  /** From 0 up to, and not including, 1. */
  next(): number;
  /** The time until the next event of a Poisson process with so many events per unit of time. */
  exponential(rate: number): number;
}

/** Mulberry32 (public domain): small, fast, and good enough to put on a load. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, exponential: (rate) => -Math.log(1 - next()) / rate };
}
