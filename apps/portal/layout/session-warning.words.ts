import type { Catalogue } from '../words/catalogue.js';

const da = {
  heading: 'Du er ved at blive logget af',
  why: 'Du har ikke gjort noget på siden i et stykke tid.',
  whyLast: 'Du har været logget på i en hel arbejdsdag. Gem det, du er i gang med, og log på igen.',
  /** Followed by a time of day. */
  when: 'Du bliver logget af klokken',
  /** Between hours and minutes. */
  separator: '.',
  stay: 'Forbliv logget på',
  finish: 'Gør færdig',
  leave: 'Log af',
};

const en: typeof da = {
  heading: 'You are about to be logged out',
  why: 'You have not done anything on the page for a while.',
  whyLast: 'You have been logged in for a whole working day. Save what you are doing and log in again.',
  when: 'You will be logged out at',
  separator: ':',
  stay: 'Stay logged in',
  finish: 'Finish what I am doing',
  leave: 'Log out',
};

export const SESSION_WARNING_WORDS: Catalogue<typeof da> = { da, en };
