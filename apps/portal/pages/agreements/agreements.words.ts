import type { Catalogue } from '../../words/catalogue.js';

const da = {
  title: 'Aftaler',
  lead: 'Hvem der har lovet hvad, hvornår det skal være gjort, og hvordan det gik.',
  none: 'Der er ingen aftaler, som du kan se.',
  open: 'Aftaler, der gælder',
  ended: 'Aftaler, der er afsluttet',
  report: 'Skriv, hvordan det gik',
  reportOf: (title: string): string => `Skriv, hvordan det gik med: ${title}`,
  form: {
    title: 'Hvordan gik det?',
    outcome: 'Vælg det, der passer bedst',
    outcomes: {
      kept: 'Aftalen blev holdt',
      late: 'Aftalen blev holdt, men for sent',
      dropped: 'Aftalen er opgivet',
    },
    missing: 'Vælg, hvordan det gik',
    reason: 'Hvorfor?',
    reasonHint: 'Skal udfyldes, når aftalen blev holdt for sent eller er opgivet.',
    reasonMissing: 'Skriv, hvorfor aftalen blev holdt for sent eller er opgivet',
    change: 'Skal aftalen ændres i stedet, så tal med koordinatoren.',
    send: 'Gem',
    done: 'Det er skrevet, hvordan det gik med aftalen.',
  },
};

const en: typeof da = {
  title: 'Agreements',
  lead: 'Who promised what, when it is to be done, and how it went.',
  none: 'There are no agreements that you can see.',
  open: 'Agreements that stand',
  ended: 'Agreements that have ended',
  report: 'Tell how it went',
  reportOf: (title) => `Tell how it went: ${title}`,
  form: {
    title: 'How did it go?',
    outcome: 'Choose what fits best',
    outcomes: {
      kept: 'The agreement was kept',
      late: 'The agreement was kept, but late',
      dropped: 'The agreement was given up',
    },
    missing: 'Choose how it went',
    reason: 'Why?',
    reasonHint: 'To be filled in if the agreement was kept late or given up.',
    reasonMissing: 'Write why the agreement was kept late or given up',
    change: 'If the agreement should be changed instead, talk to the coordinator.',
    send: 'Save',
    done: 'It is written how the agreement went.',
  },
};

export const AGREEMENT_WORDS: Catalogue<typeof da> = { da, en };
