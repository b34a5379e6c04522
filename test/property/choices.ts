import { seededRandom } from '../support/seeded-random.js';

/** Choices that follow from one whole number, so that a move of a random life can be told again. */
export interface Choices {
  /** A whole number from 0 up to, and not including, `below`. */
  readonly below: (below: number) => number;
  readonly oneOf: <T>(values: readonly T[]) => T;
  readonly chance: (percent: number) => boolean;
}

/** The same number gives the same choices. */
export function choicesFrom(seed: number): Choices {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random.next() * limit);
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
