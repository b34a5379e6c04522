const vowels = 'aeiouyæåø';
const validBeforeS = 'abcdfghjklmnoprtvyzå';
const endings = [
  'hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes erendes',
  'enes ernes eres ens hedens erens ers ets erets et eret',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length);

const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowels.includes(letter);

/** Start of the region where endings may be cut: after the first consonant behind a vowel, at least three letters in. */
function regionStart(word: string): number {
  let index = 0;
  while (index < word.length && !isVowel(word[index])) index += 1;
  while (index < word.length && isVowel(word[index])) index += 1;
  return index >= word.length ? word.length : Math.max(index + 1, 3);
}

const endsInRegion = (word: string, ending: string, start: number): boolean =>
  word.endsWith(ending) && word.length - ending.length >= start;

function cutEnding(word: string, start: number): string {
  const ending = endings.find((candidate) => endsInRegion(word, candidate, start));
  if (ending !== undefined) return word.slice(0, -ending.length);
  const cutsS = endsInRegion(word, 's', start) && validBeforeS.includes(word.at(-2) ?? '-');
  return cutsS ? word.slice(0, -1) : word;
}

const cutConsonantPair = (word: string, start: number): string =>
  ['gd', 'dt', 'gt', 'kt'].some((pair) => endsInRegion(word, pair, start)) ? word.slice(0, -1) : word;

function cutDerivation(word: string, start: number): string {
  const base = word.endsWith('igst') ? word.slice(0, -2) : word;
  if (endsInRegion(base, 'løst', start)) return base.slice(0, -1);
  const ending = ['elig', 'lig', 'els', 'ig'].find((candidate) => endsInRegion(base, candidate, start));
  return ending === undefined ? base : cutConsonantPair(base.slice(0, -ending.length), start);
}

function undouble(word: string, start: number): string {
  const last = word.at(-1);
  const doubled = word.length > start && last === word.at(-2) && !isVowel(last);
  return doubled ? word.slice(0, -1) : word;
}

/**
 * The stem of one Danish word, after the published Snowball algorithm for Danish
 * (snowballstem.org/algorithms/danish/stemmer.html).
 *
 * @param word lower case, with æ, ø and å as single letters
 * @returns the stem; a word too short to have an ending comes back unchanged
 */
export function stemDanish(word: string): string {
  const start = regionStart(word);
  const steps = [cutEnding, cutConsonantPair, cutDerivation, undouble];
  return steps.reduce((stem, step) => step(stem, start), word);
}
