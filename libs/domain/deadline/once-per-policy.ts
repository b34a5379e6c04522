import type { Policy } from '../plan/policy.types.js';

/** As many results as the plans of a process need at a time; then it begins anew. */
const MOST_REMEMBERED = 2_000;

/**
 * A calculation that remembers its results for each policy. Every plan asks for the same few deadlines again after
 * each event, and counting working days is the dearest thing that the rules do.
 */
export function oncePerPolicy<Subject, Result>(
  keyOf: (subject: Subject) => string,
  calculate: (subject: Subject, policy: Policy) => Result,
): (subject: Subject, policy: Policy) => Result {
  const byPolicy = new WeakMap<Policy, Map<string, Result>>();
  return (subject, policy) => {
    const results = byPolicy.get(policy) ?? new Map<string, Result>();
    if (results.size >= MOST_REMEMBERED) results.clear();
    byPolicy.set(policy, results);
    const key = keyOf(subject);
    const before = results.get(key);
    if (before !== undefined) return before;
    const result = calculate(subject, policy);
    results.set(key, result);
    return result;
  };
}
