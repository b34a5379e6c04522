import { isStopWord, type Token, tokenise } from './danish-text.js';
import { type Cue, cueTerms } from './direction-cues.js';
import { lineOf } from './lexicon/concept-line.js';
import type { Concept, ConceptRole, Direction } from './lexicon/concept.types.js';
import { concepts } from './lexicon/index.js';
import { buildPhraseIndex, type Found, findPhrases, type PhraseIndex } from './phrase-index.js';

/** A concept as one text speaks of it. */
export interface Mention {
  concept: Concept;
  direction: Direction;
  /** False when the direction is only the concept's natural one. */
  explicit: boolean;
  /** 1 for what the text is about, 0.5 for what stands beside or behind it ("for at …"). */
  weight: number;
  /** The words as the party wrote them. */
  words: string;
}

/** What the rule understood of one text. */
export interface Reading {
  /** At most one mention a concept, the weightiest. */
  mentions: Mention[];
  /** Words outside the lexicon that carry meaning: stem, and the word as written. */
  rest: { stem: string; word: string }[];
}

const roles: ConceptRole[] = ['aim', 'activity', 'task', 'demand'];
const besideWeight = 0.5;

const indexOfRole = (role: ConceptRole): PhraseIndex<Concept> =>
  buildPhraseIndex(
    concepts
      .filter((concept) => concept.role === role)
      .flatMap((concept) => concept.terms.map((term) => ({ term, meaning: concept }))),
  );
const conceptIndexes = roles.map(indexOfRole);
const cueIndex = buildPhraseIndex<Cue>(cueTerms.map(({ cue, term }) => ({ term, meaning: cue })));

const turned: Record<Direction, Direction> = {
  stop: 'keep',
  decrease: 'keep',
  increase: 'stop',
  keep: 'stop',
};
const isDirection = (cue: string): cue is Direction => cue in turned;
const isDownward = (direction: Direction): boolean => direction === 'stop' || direction === 'decrease';

const groupOf = (tokens: Token[], found: Found<unknown>): number => tokens[found.first]?.group ?? 0;

/** The cue that governs a mention: on the word itself, else the nearest before it, else the nearest behind it. */
function governing(cues: Found<Cue>[], mention: Found<Concept>): Found<Cue> | undefined {
  const directional = cues.filter((cue) => isDirection(cue.meaning));
  return (
    directional.find((cue) => cue.first >= mention.first && cue.first <= mention.last) ??
    directional.findLast((cue) => cue.first < mention.first) ??
    directional.find((cue) => cue.first > mention.last)
  );
}

/** A direction carries over to the next part ("stoppe med hash og alkohol") only where it makes sense there. */
function inherited(cues: Found<Cue>[], mention: Found<Concept>, tokens: Token[]): Direction | undefined {
  const clause = tokens[mention.first]?.clause;
  const group = groupOf(tokens, mention);
  const earlier = cues.findLast(
    (cue) =>
      tokens[cue.first]?.clause === clause && groupOf(tokens, cue) < group && cue.first < mention.first,
  );
  if (earlier === undefined) return undefined;
  const direction = earlier.meaning === 'negate' ? 'stop' : earlier.meaning;
  if (!isDirection(direction)) return undefined;
  return isDownward(direction) === (mention.meaning.natural === 'decrease') ? direction : undefined;
}

function directionOf(
  mention: Found<Concept>,
  head: Found<Concept>,
  cues: Found<Cue>[],
  tokens: Token[],
): { direction: Direction; explicit: boolean } {
  const group = groupOf(tokens, mention);
  const own = cues.filter((cue) => groupOf(tokens, cue) === group);
  const negated = own.some((cue) => cue.meaning === 'negate' && cue.first <= mention.last);
  // A condition is there or is not; what it asks to stop is another matter.
  const cue = mention.meaning.role === 'demand' ? undefined : governing(own, mention);
  const natural = { direction: mention.meaning.natural, explicit: false };
  const said = mention.fixed ?? cue?.meaning;
  if (said !== undefined && isDirection(said)) {
    const direction = negated ? turned[said] : said;
    const isHeads = mention.fixed === undefined && mention !== head && (cue?.first ?? 0) <= head.first;
    // "Mindske angst i sociale sammenhænge" takes the anxiety down, not the company.
    return isHeads && isDownward(direction) && natural.direction === 'increase'
      ? natural
      : { direction, explicit: true };
  }
  if (negated) return { direction: 'stop', explicit: true };
  const carried = own.length === 0 ? inherited(cues, mention, tokens) : undefined;
  if (carried !== undefined) return { direction: carried, explicit: true };
  return { ...natural, explicit: own.length > 0 };
}

const wordsOf = (tokens: Token[], found: Found<unknown>): string =>
  tokens
    .slice(found.first, found.last + 1)
    .map((token) => token.word)
    .join(' ');

/** The first mention of the same role in the same part of the text. */
const headOf = (mention: Found<Concept>, all: Found<Concept>[], tokens: Token[]): Found<Concept> =>
  all.find(
    (other) =>
      other.meaning.role === mention.meaning.role && groupOf(tokens, other) === groupOf(tokens, mention),
  ) ?? mention;

function weightOf(mention: Found<Concept>, all: Found<Concept>[], tokens: Token[]): number {
  const token = tokens[mention.first];
  const hasMain = all.some((other) => tokens[other.first]?.purpose === false);
  if (token?.purpose === true && hasMain) return besideWeight;
  return headOf(mention, all, tokens) === mention ? 1 : besideWeight;
}

function mentionsOf(found: Found<Concept>[], cues: Found<Cue>[], tokens: Token[]): Mention[] {
  const best = new Map<string, Mention>();
  for (const one of found) {
    const weight = weightOf(one, found, tokens);
    const known = best.get(one.meaning.id);
    if (known !== undefined && known.weight >= weight) continue;
    const { direction, explicit } = directionOf(one, headOf(one, found, tokens), cues, tokens);
    best.set(one.meaning.id, {
      concept: one.meaning,
      direction,
      explicit,
      weight,
      words: wordsOf(tokens, one),
    });
  }
  return withoutWider([...best.values()]).sort((x, y) => (x.concept.id < y.concept.id ? -1 : 1));
}

/** "Antipsykotisk medicin" is about the one medicine: a wider concept beside a narrower one says nothing more. */
const withoutWider = (mentions: Mention[]): Mention[] =>
  mentions.filter(({ concept }) =>
    mentions.every((other) => other.concept === concept || !lineOf(other.concept.id).includes(concept.id)),
  );

function restOf(tokens: Token[], found: Found<unknown>[]): Reading['rest'] {
  const covered = new Set(
    found.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, step) => first + step)),
  );
  const words = new Map<string, string>();
  for (const [position, token] of tokens.entries()) {
    if (!covered.has(position) && !isStopWord(token) && !words.has(token.stem))
      words.set(token.stem, token.word);
  }
  return [...words].map(([stem, word]) => ({ stem, word })).sort((x, y) => (x.stem < y.stem ? -1 : 1));
}

/**
 * Reads a Danish text: which concepts it speaks of, where it takes each, and which other words it has.
 *
 * @param text a goal or an intervention as a party wrote it
 */
export function readText(text: string): Reading {
  const tokens = tokenise(text);
  const cues = findPhrases(cueIndex, tokens);
  const found = conceptIndexes.flatMap((index) => findPhrases(index, tokens));
  return { mentions: mentionsOf(found, cues, tokens), rest: restOf(tokens, [...found, ...cues]) };
}
