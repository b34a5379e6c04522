import { nearness } from './lexicon/concept-line.js';
import type { ConceptRole, Direction } from './lexicon/concept.types.js';
import type { Mention, Reading } from './text-reading.js';

/** Two mentions of one idea in two texts. */
export interface Meeting {
  a: Mention;
  b: Mention;
  /** 1 for the same concept, less for a wider and a narrower one. */
  nearness: number;
}

const otherDegree = 0.8;
const gradualKeep = 0.85;
const unsaid = 0.6;

const isDownward = (direction: Direction): boolean => direction === 'stop' || direction === 'decrease';

/** How well two directions go together, 0 to 1. */
export function directionFit(x: Mention, y: Mention): number {
  if (x.direction === y.direction) return 1;
  if (isDownward(x.direction) !== isDownward(y.direction)) return 0;
  if (isDownward(x.direction)) return otherDegree;
  if (x.concept.gradual === true) return gradualKeep;
  return x.explicit && y.explicit ? 0 : unsaid;
}

/** Where two texts meet within a role, every mention used once, the nearest pairs first. */
export function meetings(a: Reading, b: Reading, role: ConceptRole): Meeting[] {
  const all = a.mentions.flatMap((x) =>
    b.mentions.map((y) => ({ a: x, b: y, nearness: nearness(x.concept.id, y.concept.id) })),
  );
  const sorted = all
    .filter(
      (meeting) => meeting.nearness > 0 && meeting.a.concept.role === role && meeting.b.concept.role === role,
    )
    .sort((x, y) => y.nearness - x.nearness);
  const used = new Set<Mention>();
  return sorted.filter((meeting) => {
    if (used.has(meeting.a) || used.has(meeting.b)) return false;
    used.add(meeting.a).add(meeting.b);
    return true;
  });
}

/** The words outside the lexicon that both texts have, as pairs of how each wrote it. */
export function sharedRest(a: Reading, b: Reading): { a: string; b: string }[] {
  const others = new Map(b.rest.map(({ stem, word }) => [stem, word]));
  return a.rest.flatMap(({ stem, word }) => {
    const other = others.get(stem);
    return other === undefined ? [] : [{ a: word, b: other }];
  });
}

/** How far two texts share their words outside the lexicon, 0 to 1 (Dice). */
export function restLikeness(a: Reading, b: Reading): number {
  const words = a.rest.length + b.rest.length;
  return words === 0 ? 0 : (2 * sharedRest(a, b).length) / words;
}

/** What explains a match: the words of `a`, then those of `b`, each once. */
export const termsOf = (pairs: { a: string; b: string }[]): string[] => [
  ...new Set([...pairs.map((pair) => pair.a), ...pairs.map((pair) => pair.b)]),
];

/** The words of meetings, ready for `termsOf`. */
export const wordsOf = (met: Meeting[]): { a: string; b: string }[] =>
  met.map((meeting) => ({ a: meeting.a.words, b: meeting.b.words }));
