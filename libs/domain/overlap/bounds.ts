/**
 * How much is read, compared and told at most. Parties write what they like, so that a few answers could ask for millions
 * of comparisons; no survey of real plans comes near any of these. Each holds for goals, interventions and appointments
 * by themselves.
 */
export const OVERLAP_BOUNDS = {
  /** Characters read of one text: two or three sentences. */
  textRead: 300,
  /** Characters read of all texts, every party its equal share of them. */
  read: 40_000,
  /** Steps of comparing; two short texts take some ten. */
  compared: 50_000,
  /** Of them between the same two parties, so that two who write much leave room for the others. */
  comparedOfTwoParties: 12_500,
  /** Pairs looked at, those of one plan, of other times and of those that were seen before included. */
  looked: 100_000,
  /** Overlaps told of the same two parties, and of all: the surest. */
  toldOfTwoParties: 50,
  told: 500,
} as const;

/** Counts what is read and compared, party by party, up to the bounds. */
export class Effort {
  #compared = 0;
  #looked = 0;
  #more = false;
  readonly #read = new Map<string, number>();
  readonly #ofTwo = new Map<string, number>();

  /** @param parties How many parties share the reading. */
  constructor(private readonly parties: number) {}

  /** Whether something was left out. */
  get more(): boolean {
    return this.#more;
  }

  get compared(): number {
    return this.#compared;
  }

  get looked(): number {
    return this.#looked;
  }

  /** As much of a party's text as is read; null for a text beyond what is read of the party. */
  readable(party: string, text: string): string | null {
    const readable = text.slice(0, OVERLAP_BOUNDS.textRead);
    const read = (this.#read.get(party) ?? 0) + readable.length;
    if (read * this.parties > OVERLAP_BOUNDS.read) {
      this.#more = true;
      return null;
    }
    this.#read.set(party, read);
    return readable;
  }

  /** Whether another pair of these two parties may be looked at. */
  mayLook(one: string, other: string): boolean {
    const ofTwo = this.#ofTwo.get(twoParties(one, other)) ?? 0;
    const may =
      this.#looked < OVERLAP_BOUNDS.looked &&
      this.#compared < OVERLAP_BOUNDS.compared &&
      ofTwo < OVERLAP_BOUNDS.comparedOfTwoParties;
    if (may) this.#looked += 1;
    else this.#more = true;
    return may;
  }

  /** Counts a pair that is compared. */
  count(one: string, other: string, steps: number): void {
    const two = twoParties(one, other);
    this.#compared += steps;
    this.#ofTwo.set(two, (this.#ofTwo.get(two) ?? 0) + steps);
  }
}

/** A name for two parties, in whatever order. */
export function twoParties(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}
