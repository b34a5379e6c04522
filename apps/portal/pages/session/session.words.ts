import type { Catalogue } from '../../words/catalogue.js';

const da = {
  ended: {
    title: 'Du er logget af',
    heading: 'Du er logget af',
    text: 'Det er et stykke tid siden, du gjorde noget, eller du har været logget på i en hel arbejdsdag. Så logger vi dig af for en sikkerheds skyld. Det, du har gemt, er der stadig.',
    again: 'Log på igen',
  },
};

const en: typeof da = {
  ended: {
    title: 'You are logged out',
    heading: 'You are logged out',
    text: 'It is a while since you did anything, or you have been logged in for a whole working day. Then we log you out to be on the safe side. What you have saved is still there.',
    again: 'Log in again',
  },
};

export const SESSION_WORDS: Catalogue<typeof da> = { da, en };
