import type { Catalogue } from '../words/catalogue.js';

const da = {
  portal: 'kiplan',
  toFrontPage: 'kiplan, til forsiden',
  solution: 'Koordinerende indsatsplaner',
  skip: 'Gå til sidens indhold',
  logOn: 'Log på',
  logOff: 'Log af',
  chooseLanguage: 'Vælg sprog',
  accessibility: 'Tilgængelighedserklæring',
  about: 'Den fælles plan for borgeren og alle, der hjælper',
  localSetup: 'Lokal opsætning: kun til afprøvning, uden rigtige personer',
};

const en: typeof da = {
  portal: 'kiplan',
  toFrontPage: 'kiplan, to the front page',
  solution: 'Coordinating action plans',
  skip: 'Go to the content of the page',
  logOn: 'Log in',
  logOff: 'Log out',
  chooseLanguage: 'Choose language',
  accessibility: 'Accessibility statement',
  about: 'The common plan for the citizen and everybody who helps',
  localSetup: 'Local set-up: for trying out only, without real people',
};

export const LAYOUT_WORDS: Catalogue<typeof da> = { da, en };
