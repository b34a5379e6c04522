import type { Catalogue } from '../../words/catalogue.js';

const da = {
  title: 'Dine oplysninger',
  lead: 'Du har ret til at se alt, hvad der er gemt om dig, og til at få det med dig.',
  what: 'Det er dine egne oplysninger, dine planer med alt, hvad der står i dem, samtykker, møder, dokumenter, og hvem der har set dem.',
  noted: 'Det bliver noteret, at du har hentet dem. Det kan du selv se på siden »Hvem har set planen«.',
  ofChild: 'Du har forældremyndigheden. Her henter du barnets oplysninger.',
  read: 'Læs dem på en side',
  readHint: 'En side på dansk, som også kan skrives ud.',
  save: 'Gem dem som en fil',
  saveHint: 'En fil (JSON), som et andet system kan læse.',
  correct: 'Er noget forkert, så sig det til koordinatoren.',
};

const en: typeof da = {
  title: 'Your information',
  lead: 'You have the right to see everything that is kept about you, and to take it along.',
  what: 'It is your own details, your plans with everything that stands in them, consents, meetings, documents, and who has seen them.',
  noted: 'It is noted that you fetched it. You can see that yourself on the page “Who has seen the plan”.',
  ofChild: 'You have custody. Here you fetch the child’s information.',
  read: 'Read it on a page',
  readHint: 'A page in Danish that can also be printed.',
  save: 'Save it as a file',
  saveHint: 'A file (JSON) that another system can read.',
  correct: 'If something is wrong, tell the coordinator.',
};

export const MY_DATA_WORDS: Catalogue<typeof da> = { da, en };
