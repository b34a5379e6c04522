/** Reckoning is exact modulo this prime, whose products still fit into a number. */
const PRIME = 67_108_859;

/** By place: the number that is there; places with nothing are left out. */
type Row = Map<number, number>;

interface BasisRow {
  readonly pivot: number;
  /** With 1 at its pivot. */
  readonly row: Row;
}

/** What follows by adding up and taking away from sets of places that are told one after another, and what must not. */
export class LinearSpan {
  readonly #basis: BasisRow[] = [];
  /** What is left of each secret beside what was told: never nothing. */
  readonly #secrets: Row[] = [];

  /** Keeps a set secret from now on, unless it follows already. */
  keepSecret(places: Iterable<number>): void {
    const left = this.#leftOf(places);
    if (left.size > 0) this.#secrets.push(left);
  }

  /** Tells of a set, unless a secret would follow then. @returns Whether it was told. */
  tell(places: Iterable<number>): boolean {
    const left = this.#leftOf(places);
    const [first] = left;
    if (first === undefined) return true;
    const [pivot, value] = first;
    const row = scaled(left, power(value, PRIME - 2));
    const touched = this.#secrets.filter((secret) => secret.has(pivot));
    if (touched.some((secret) => isMultiple(secret, row, secret.get(pivot) ?? 0))) return false;
    for (const secret of touched) takeAway(secret, row, secret.get(pivot) ?? 0);
    this.#basis.push({ pivot, row });
    return true;
  }

  #leftOf(places: Iterable<number>): Row {
    const left: Row = new Map([...places].map((place) => [place, 1]));
    for (const { pivot, row } of this.#basis) {
      const times = left.get(pivot);
      if (times !== undefined) takeAway(left, row, times);
    }
    return left;
  }
}

function takeAway(from: Row, row: Row, times: number): void {
  for (const [place, one] of row) {
    const left = ((from.get(place) ?? 0) + (PRIME - times) * one) % PRIME;
    if (left === 0) from.delete(place);
    else from.set(place, left);
  }
}

function isMultiple(one: Row, of: Row, times: number): boolean {
  return (
    one.size === of.size && [...of].every(([place, value]) => one.get(place) === (value * times) % PRIME)
  );
}

function scaled(row: Row, times: number): Row {
  return new Map([...row].map(([place, one]) => [place, (one * times) % PRIME]));
}

function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  const half = power(base, Math.floor(exponent / 2));
  const square = (half * half) % PRIME;
  return exponent % 2 === 0 ? square : (square * base) % PRIME;
}
