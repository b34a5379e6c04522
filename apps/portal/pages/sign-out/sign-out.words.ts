import type { Catalogue } from '../../words/catalogue.js';

const da = {
  leaving: {
    title: 'Log af',
    heading: 'Du er logget af her',
    text: 'Log også af hos dem, du loggede på hos. Ellers kan den næste på denne maskine logge på som dig.',
    button: 'Log også af der',
  },
  left: {
    title: 'Du er logget af',
    heading: 'Du er logget af',
    text: 'Er det ikke din egen maskine, så luk også browseren.',
    again: 'Log på igen',
  },
};

const en: typeof da = {
  leaving: {
    title: 'Log out',
    heading: 'You are logged out here',
    text: 'Log out where you logged in, too. Otherwise the next one on this machine can log in as you.',
    button: 'Log out there too',
  },
  left: {
    title: 'You are logged out',
    heading: 'You are logged out',
    text: 'If this is not your own machine, close the browser too.',
    again: 'Log in again',
  },
};

export const SIGN_OUT_WORDS: Catalogue<typeof da> = { da, en };
