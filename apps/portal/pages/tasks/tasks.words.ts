import type { Catalogue } from '../../words/catalogue.js';

const da = {
  title: 'Opgaver',
  lead: 'Opgaver er det, som kun et menneske kan gøre: ringe, sende et brev, finde en ny adresse. Her står også det, der kom med mail og ikke blev forstået. Selve mailen er ikke gemt.',
  none: 'Der er ingen opgaver lige nu.',
  about: 'Om',
  meeting: 'Møde',
  seeMeeting: 'Se mødet',
  openElsewhere: 'Åbent i den anden plan',
  raised: 'Oprettet',
  until: 'Løses senest',
  done: 'Løst',
  doneTasks: 'Løste opgaver',
  note: 'Notat',
  solve: (what: string): string => `Løs: ${what}`,
  form: {
    title: 'Løs opgaven',
    letter: 'Hent brevet til udskrift',
    letterHint: 'Det står i det, som modtageren må vide lige nu. Læg det i en lukket kuvert.',
    note: 'Hvad gjorde du?',
    noteHint: 'Notatet kan ses af dem, der ser hele planen.',
    withThePlan:
      'Opgaven er løst, når planen er afsluttet. Er dødsfaldet registreret ved en fejl, så få det rettet i registret.',
    send: 'Opgaven er løst',
    done: 'Opgaven er løst.',
  },
};

const en: typeof da = {
  title: 'Tasks',
  lead: 'Tasks are what only a person can do: call somebody, send a letter, find a new address. What came by mail and was not understood stands here, too. The mail itself is not kept.',
  none: 'There are no tasks right now.',
  about: 'About',
  meeting: 'Meeting',
  seeMeeting: 'See the meeting',
  openElsewhere: 'Open in the other plan',
  raised: 'Raised',
  until: 'To be done by',
  done: 'Done',
  doneTasks: 'Tasks that are done',
  note: 'Note',
  solve: (what) => `Do: ${what}`,
  form: {
    title: 'Do the task',
    letter: 'Fetch the letter to print',
    letterHint: 'It says what its recipient may know right now. Put it into a closed envelope.',
    note: 'What did you do?',
    noteHint: 'The note is seen by those who see the whole plan.',
    withThePlan:
      'The task is done when the plan is ended. If the death was recorded by mistake, have it corrected in the register.',
    send: 'The task is done',
    done: 'The task is done.',
  },
};

export const TASK_WORDS: Catalogue<typeof da> = { da, en };
