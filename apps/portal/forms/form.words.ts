import type { Catalogue } from '../words/catalogue.js';

const da = {
  error: 'Fejl:',
  problems: 'Der er noget, du skal rette',
  optional: '(frivilligt)',
  day: 'Dag',
  month: 'Måned',
  year: 'År',
  tooLong: (longest: number): string => `Gør teksten kortere: der er plads til ${longest} tegn`,
  unreadable: 'Skriv teksten igen: der er tegn i den, som ikke kan gemmes',
  oneLine: 'Skriv teksten på én linje, uden tegn, der vender læseretningen',
  noSuchDate: 'Skriv en dato, der findes, for eksempel 1 3 2027',
};

const en: typeof da = {
  error: 'Error:',
  problems: 'There is something you need to correct',
  optional: '(optional)',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  tooLong: (longest) => `Make the text shorter: there is room for ${longest} characters`,
  unreadable: 'Write the text again: it holds characters that cannot be saved',
  oneLine: 'Write the text on one line, without marks that turn the reading direction',
  noSuchDate: 'Write a date that exists, for instance 1 3 2027',
};

export const FORM_WORDS: Catalogue<typeof da> = { da, en };
