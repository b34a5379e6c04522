/** The sum of each digit times the weight of its position; `weights` begin again when they are used up. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return Array.from(digits, Number).reduce(
    (sum, digit, position) => sum + digit * (weights[position % weights.length] ?? 0),
    0,
  );
}
