import { stemDanish } from './danish-stemmer.js';

/** One word of a text. `group` counts parts joined by "og" or a comma, `clause` counts sentences and "men". */
export interface Token {
  /** As the party wrote it. */
  word: string;
  /** Lower case, with one spelling of æ, ø and å. */
  form: string;
  stem: string;
  clause: number;
  group: number;
  /** True behind "så", "fordi", "for at": what it is for, not what is done. */
  purpose: boolean;
}

const abbreviations: Record<string, string> = {
  'ca.': '',
  'bl.a.': '',
  'f.eks.': '',
  'mhp.': 'for at',
  'm.h.p.': 'for at',
  'ift.': 'i forhold til',
  'ifm.': 'i forbindelse med',
  'pga.': 'fordi',
  'kl.': 'klokken',
  'ugtl.': 'ugentligt',
  'mdr.': 'måneder',
  'evt.': '',
  'inkl.': 'og',
};
const abbreviation = new RegExp(
  `(?<![\\p{L}.])(${Object.keys(abbreviations)
    .map((key) => key.replaceAll('.', '\\.'))
    .join('|')})`,
  'gu',
);

const groupBreaks = new Set(['og', 'samt', 'eller', ',']);
const clauseBreaks = new Set(['men', 'selvom', 'mens', '.', ';', ':', '!', '?', '(', ')', '–', '\n']);
const purposeBreaks = new Set(['så', 'fordi', 'således', 'derfor']);

const stopWords = new Set(
  [
    'jeg du han hun vi de den det mig dig ham hende os dem sig min mit mine din dit dine sin sit sine hans',
    'hendes vores deres en et at i på til for fra af med om ved hos mod efter før under over mellem gennem som',
    'der hvor hvad når hvis så og eller men også samt er var være bliver blive blev bli har have haft kan kunne',
    'skal skulle vil ville må måtte bør gøre gør få får fik fået mere meget lidt helt noget nogen nogle alle alt',
    'andre anden andet selv egen eget egne ny nyt nye igen her nu hver hvert gang gange dag dage uge uger ugen',
    'ugentlig ugentlige ugentligt daglig dagligt måned måneder måneden månedlig time timer klokken mandag tirsdag',
    'onsdag torsdag fredag lørdag søndag gerne bare kun ift forhold forbindelse år hjælp hjælpe støtte borger',
    'borgeren borgers borgerens patient patienten patientens ønsker ønske sammen deltage deltager tage tager',
    'fast faste stk ikke ingen uden bedre mindre',
  ]
    .join(' ')
    .split(' '),
);

/** True for words that say nothing about what a goal or an intervention is about. */
export const isStopWord = (token: Token): boolean =>
  stopWords.has(token.form) || token.form.length < 3 || /^\d+$/.test(token.form);

/**
 * One spelling of a Danish text: lower case, composed letters, "aa", "ae" and "oe" as å, æ and ø, plain é and ü.
 * Words where the two letters belong to different syllables are folded as well; both sides of every comparison
 * pass through here, so they still meet.
 */
export function normaliseDanish(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('aa', 'å')
    .replaceAll('ae', 'æ')
    .replaceAll('oe', 'ø')
    .replaceAll(/[éè]/gu, 'e')
    .replaceAll('ü', 'y');
}

/** The stem of a word in any spelling. */
export const stemOf = (word: string): string => stemDanish(normaliseDanish(word));

const expandAbbreviations = (text: string): string =>
  text.replaceAll(abbreviation, (found) => abbreviations[found] ?? found);

/**
 * Cuts a text into words with their place in sentence and enumeration.
 *
 * @param text Danish, any register; hyphens inside a word are dropped ("bo-støtte" is "bostøtte")
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  let group = 0;
  let purpose = false;
  const composed = expandAbbreviations(text.normalize('NFC'));
  const words = composed.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*|[.,;:!?()–\n]/gu) ?? [];
  for (const [index, word] of words.entries()) {
    const form = normaliseDanish(word).replaceAll(/[-'’]/gu, '');
    const startsPurpose =
      purposeBreaks.has(form) ||
      (form === 'for' && words[index + 1]?.toLowerCase() === 'at' && tokens.length > 0);
    if (clauseBreaks.has(form)) {
      clause += 1;
      group += 1;
      purpose = false;
    } else if (groupBreaks.has(form) || startsPurpose) {
      group += 1;
      purpose = purpose || startsPurpose;
    } else {
      tokens.push({ word, form, stem: stemDanish(form), clause, group, purpose });
    }
  }
  return tokens;
}
