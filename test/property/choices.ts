/** Choices that follow from one whole number, so that a move of a random life can be told again. */
export interface Choices {
  /** A whole number from 0 up to, and not including, `below`. */
  readonly below: (below: number) => number;
  readonly oneOf: <T>(values: readonly T[]) => T;
  readonly chance: (percent: number) => boolean;
}

/** Mulberry32 (public domain): small, fast, and good enough to choose by. */
export function choicesFrom(seed: number): Choices {
  let state = seed | 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  return {
    below,
    oneOf(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    },
    chance: (percent) => below(100) < percent,
  };
}
