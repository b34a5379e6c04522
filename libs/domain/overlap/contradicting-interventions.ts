import type { Candidate } from './candidate-pairs.js';
import { type Meeting, meetings, termsOf, wordsOf } from './concept-meeting.js';
import { contradictionRules } from './contradiction-rules.js';
import type { Finding } from './finding.types.js';
import type { Mention, Reading } from './text-reading.js';

const scores = { rule: 0.85, opposite: 0.75 };

const isUpward = (mention: Mention): boolean =>
  mention.direction === 'increase' || mention.direction === 'keep';

/** One of the two goes up or stays, the other goes down, and the one going down says so. */
function isOpposite({ a, b, nearness }: Meeting): boolean {
  if (nearness < 1 || isUpward(a) === isUpward(b)) return false;
  const down = isUpward(a) ? b : a;
  const up = isUpward(a) ? a : b;
  return down.explicit && (up.explicit || up.concept.natural === 'increase');
}

/** The rules of which a text takes a side: what it is indexed under, so that the two sides meet. */
export const rulesTouched = (reading: Reading): string[] =>
  contradictionRules
    .filter(({ sides }) => sides.some((side) => side(reading) !== undefined))
    .map((rule) => rule.id);

function byRule(a: Reading, b: Reading): Finding | undefined {
  for (const { sides } of contradictionRules) {
    for (const [left, right] of [sides, sides.toReversed()]) {
      const ofA = left?.(a);
      const ofB = right?.(b);
      if (ofA === undefined || ofB === undefined) continue;
      const terms = [...new Set([...ofA, ...ofB])];
      return { kind: 'contradictingInterventions', code: 'incompatibleDemands', terms, score: scores.rule };
    }
  }
  return undefined;
}

/** Whether two interventions work against each other: by a known rule, or one thing taken up and down. */
export function contradictingInterventions({ a, b }: Candidate): Finding | undefined {
  const known = byRule(a.reading, b.reading);
  if (known !== undefined) return known;
  const opposite = meetings(a.reading, b.reading, 'aim').filter(isOpposite);
  if (opposite.length === 0) return undefined;
  return {
    kind: 'contradictingInterventions',
    code: 'oppositeDirection',
    terms: termsOf(wordsOf(opposite)),
    score: scores.opposite,
  };
}
