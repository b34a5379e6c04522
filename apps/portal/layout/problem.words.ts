import type { Catalogue } from '../words/catalogue.js';

const da = {
  number: 'Fejlens nummer:',
  signIn: 'Log på',
  frontPage: 'Gå til forsiden',
};

const en: typeof da = {
  number: 'Number of the error:',
  signIn: 'Log in',
  frontPage: 'Go to the front page',
};

export const PROBLEM_WORDS: Catalogue<typeof da> = { da, en };
