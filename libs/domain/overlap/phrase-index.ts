import { normaliseDanish, stemOf, type Token } from './danish-text.js';

/** A term of the lexicon ready for comparison; `T` is what the term stands for. */
interface Phrase<T> {
  parts: { shape: 'exact' | 'begins' | 'ends'; text: string }[];
  without: { begins: boolean; text: string }[];
  fixed?: string;
  meaning: T;
}

/** A term found in a text: `first` and `last` are positions in the tokens. */
export interface Found<T> {
  first: number;
  last: number;
  /** The direction that the term itself fixes. */
  fixed?: string;
  meaning: T;
}

/** Looks up phrases at a place in a text. */
export type PhraseIndex<T> = (tokens: Token[], at: number) => Found<T>[];

const fillers = new Set(
  'mig dig sig min mit mine sin sit sine den det de en et at helt lidt også gerne fast jeg han hun i af'.split(
    ' ',
  ),
);
const longestGap = 2;
const shortestAffix = 3;

const isShape = (part: string): 'exact' | 'begins' | 'ends' =>
  part.endsWith('*') ? 'begins' : part.startsWith('*') ? 'ends' : 'exact';

function compile<T>(term: string, meaning: T): Phrase<T> {
  const words = term.split(' ').filter((word) => word !== '');
  const plain = words.filter((word) => !/^[!>]/.test(word));
  const bare = (word: string): string => normaliseDanish(word.replaceAll(/[*!>]/g, ''));
  return {
    parts: plain.map((word) => {
      const shape = isShape(word);
      return { shape, text: shape === 'begins' ? bare(word) : stemOf(bare(word)) };
    }),
    without: words
      .filter((word) => word.startsWith('!'))
      .map((word) => ({ begins: word.endsWith('*'), text: bare(word) })),
    fixed: words.find((word) => word.startsWith('>'))?.slice(1),
    meaning,
  };
}

function matchesPart(token: Token, part: Phrase<unknown>['parts'][number]): boolean {
  if (part.shape === 'exact') return token.stem === part.text;
  return part.shape === 'begins' ? token.form.startsWith(part.text) : endsWith(token, part.text);
}

const endsWith = (token: Token, text: string): boolean =>
  token.stem.length > text.length && token.stem.endsWith(text);

/** The position of the last word of the phrase, or undefined; up to two small words may stand in between. */
function lastOf(phrase: Phrase<unknown>, tokens: Token[], at: number): number | undefined {
  let position = at;
  for (const part of phrase.parts.slice(1)) {
    const next = nextMatch(tokens, position, part);
    if (next === undefined) return undefined;
    position = next;
  }
  return position;
}

function nextMatch(tokens: Token[], at: number, part: Phrase<unknown>['parts'][number]): number | undefined {
  for (let position = at + 1; position <= at + 1 + longestGap; position += 1) {
    const token = tokens[position];
    if (token === undefined || token.clause !== tokens[at]?.clause) return undefined;
    if (matchesPart(token, part)) return position;
    if (!fillers.has(token.form)) return undefined;
  }
  return undefined;
}

const isExcluded = (phrase: Phrase<unknown>, tokens: Token[], at: number): boolean =>
  phrase.without.some(({ begins, text }) =>
    tokens.some(
      (token) =>
        token.group === tokens[at]?.group && (begins ? token.form.startsWith(text) : token.form === text),
    ),
  );

function affixes(form: string, shape: 'begins' | 'ends'): string[] {
  const lengths = Array.from(
    { length: Math.max(0, form.length - shortestAffix + 1) },
    (_, at) => at + shortestAffix,
  );
  return lengths.map((length) => (shape === 'begins' ? form.slice(0, length) : form.slice(-length)));
}

/** How much a find says: more words first, then a whole word, then the longer piece of a compound. */
const precision = (phrase: Phrase<unknown>): number =>
  phrase.parts.length * 1000 +
  (phrase.parts[0]?.shape === 'exact' ? 100 : 0) +
  (phrase.parts[0]?.text.length ?? 0);

/**
 * Builds a look-up from terms; the cost of one look-up depends on the length of the word, not on the lexicon.
 *
 * @param entries terms in the notation of the lexicon, with what they stand for
 * @returns at a position, the most precise phrase, and for a compound ("alkoholsamtale") what begins and what ends it
 */
export function buildPhraseIndex<T>(entries: { term: string; meaning: T }[]): PhraseIndex<T> {
  const byStart = new Map<string, Phrase<T>[]>();
  for (const { term, meaning } of entries) {
    const phrase = compile(term, meaning);
    const first = phrase.parts[0];
    if (first === undefined) continue;
    const key = `${first.shape} ${first.text}`;
    byStart.set(key, [...(byStart.get(key) ?? []), phrase]);
  }
  return (tokens, at) => {
    const token = tokens[at];
    if (token === undefined) return [];
    const keys = [
      `exact ${token.stem}`,
      ...affixes(token.form, 'begins').map((text) => `begins ${text}`),
      ...affixes(token.stem, 'ends').map((text) => `ends ${text}`),
    ];
    const found = keys
      .flatMap((key) => byStart.get(key) ?? [])
      .filter((phrase) => matchesFirst(phrase, token) && !isExcluded(phrase, tokens, at))
      .flatMap((phrase) => {
        const last = lastOf(phrase, tokens, at);
        return last === undefined ? [] : [{ phrase, last }];
      })
      .sort((x, y) => precision(y.phrase) - precision(x.phrase));
    const best = found[0];
    if (best === undefined) return [];
    const bestShape = best.phrase.parts[0]?.shape;
    const counterpart = found.find(
      ({ phrase }) =>
        best.phrase.parts.length === 1 &&
        phrase.parts.length === 1 &&
        bestShape !== 'exact' &&
        phrase.parts[0]?.shape !== bestShape &&
        phrase.meaning !== best.phrase.meaning,
    );
    return [best, ...(counterpart === undefined ? [] : [counterpart])].map(({ phrase, last }) => ({
      first: at,
      last,
      fixed: phrase.fixed,
      meaning: phrase.meaning,
    }));
  };
}

function matchesFirst(phrase: Phrase<unknown>, token: Token): boolean {
  const first = phrase.parts[0];
  return first !== undefined && matchesPart(token, first);
}

/** Walks a text once and returns every find; a longer phrase hides the shorter ones inside it. */
export function findPhrases<T>(index: PhraseIndex<T>, tokens: Token[]): Found<T>[] {
  const all: Found<T>[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = index(tokens, at);
    all.push(...found);
    at = Math.max(at, found[0]?.last ?? at) + 1;
  }
  return all;
}
