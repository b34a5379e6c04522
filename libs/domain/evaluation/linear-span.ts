/** Reckoning is exact modulo this prime, whose products still fit into a number. */
const PRIME = 67_108_859;

interface BasisRow {
  readonly pivot: number;
  readonly vector: readonly number[];
  /** By row that was added: how often it is in this one. */
  readonly parts: readonly number[];
}

/** What follows by adding up and taking away from rows of numbers. */
export class LinearSpan {
  readonly #basis: BasisRow[] = [];

  /** @param rows Of equal length, whole numbers. */
  constructor(rows: readonly (readonly number[])[]) {
    for (const [index, row] of rows.entries()) {
      const parts = rows.map((_, other) => (other === index ? 1 : 0));
      const left = this.#reduced(row, parts);
      const pivot = left.vector.findIndex((one) => one !== 0);
      if (pivot === -1) continue;
      const inverse = power(left.vector[pivot] ?? 1, PRIME - 2);
      this.#basis.push({ pivot, vector: scaled(left.vector, inverse), parts: scaled(left.parts, inverse) });
    }
  }

  /** The places of the rows from which another row follows; null if it does not follow from them. */
  madeOf(row: readonly number[]): number[] | null {
    const none = this.#basis[0]?.parts.map(() => 0) ?? [];
    const { vector, parts } = this.#reduced(row, none);
    if (vector.some((one) => one !== 0)) return null;
    return parts.flatMap((part, index) => (part === 0 ? [] : [index]));
  }

  #reduced(
    row: readonly number[],
    given: readonly number[],
  ): { readonly vector: readonly number[]; readonly parts: readonly number[] } {
    let vector = row;
    let parts = given;
    for (const basis of this.#basis) {
      const factor = vector[basis.pivot] ?? 0;
      if (factor === 0) continue;
      vector = less(vector, basis.vector, factor);
      parts = less(parts, basis.parts, factor);
    }
    return { vector, parts };
  }
}

function less(row: readonly number[], other: readonly number[], times: number): number[] {
  return row.map((one, place) => (one + (PRIME - times) * (other[place] ?? 0)) % PRIME);
}

function scaled(row: readonly number[], times: number): number[] {
  return row.map((one) => (one * times) % PRIME);
}

function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  const half = power(base, Math.floor(exponent / 2));
  const square = (half * half) % PRIME;
  return exponent % 2 === 0 ? square : (square * base) % PRIME;
}
