import type { AnswerManner } from '../../../../libs/domain/drafting/drafting.types.js';
import type { Catalogue } from '../../words/catalogue.js';

const da = {
  title: 'Versioner',
  lead: 'En version er planen, som den var, da den blev sendt til godkendelse. Når den er låst, kan den ikke ændres.',
  none: 'Der er ingen versioner endnu.',
  version: (number: number): string => `Version ${number}`,
  submitted: (day: string): string => `Sendt til godkendelse den ${day}`,
  locked: (day: string): string => `Låst den ${day}`,
  status: 'Status',
  yourAnswer: 'Dit svar',
  notAnswered: 'Du har ikke svaret endnu',
  sent: 'Sendt til dig',
  gaps: 'Har ikke svaret',
  lockReason: 'Låst, fordi',
  answers: 'Svar på versionen',
  who: 'Hvem',
  answer: 'Svar',
  noAnswer: 'Intet svar endnu',
  recorded: (by: string, manner: AnswerManner | null): string => {
    const how = { oral: ' efter et mundtligt svar', written: ' efter et skriftligt svar' };
    return `. Noteret af ${by}${manner === null ? '' : how[manner]}`;
  },
  deliveries: 'Hvem har fået den',
  begunBefore: (moment: string): string =>
    `. Udsendelsen begyndte ${moment}, før retten til den holdt op; det kunne ikke stoppes.`,
  when: 'Hvornår',
  nothing: 'Der er ikke noget i dette afsnit.',
  goals: 'Mål og aftaler',
  agreement: 'Aftale',
  responsible: 'Ansvarlig',
  due: 'Senest',
  form: {
    heading: 'Dit svar',
    until: (day: string): string => `Svar senest ${day}.`,
    question: 'Godkender du planen, som den står her?',
    yes: 'Ja, jeg godkender planen',
    no: 'Nej, noget skal ændres',
    noHint: 'Så går planen tilbage og bliver skrevet om.',
    section: 'Hvilket afsnit skal ændres?',
    chooseSection: 'Vælg et afsnit',
    reason: 'Hvad skal ændres?',
    onlyForNo: 'Kun hvis noget skal ændres.',
    send: 'Send dit svar',
    missing: 'Vælg, om du godkender planen',
    sectionMissing: 'Vælg det afsnit, der skal ændres',
    reasonMissing: 'Skriv, hvad der skal ændres',
    changed: 'Planen er ændret, siden du læste den. Læs den igen, og svar så.',
    done: 'Dit svar er gemt.',
  },
};

const en: typeof da = {
  title: 'Versions',
  lead: 'A version is the plan as it was when it was sent for approval. Once it is locked it cannot be changed.',
  none: 'There are no versions yet.',
  version: (number) => `Version ${number}`,
  submitted: (day) => `Sent for approval on ${day}`,
  locked: (day) => `Locked on ${day}`,
  status: 'Status',
  yourAnswer: 'Your answer',
  notAnswered: 'You have not answered yet',
  sent: 'Sent to you',
  gaps: 'Did not answer',
  lockReason: 'Locked because',
  answers: 'Answers to the version',
  who: 'Who',
  answer: 'Answer',
  noAnswer: 'No answer yet',
  recorded: (by, manner) => {
    const how = { oral: ' from an oral answer', written: ' from an answer in writing' };
    return `. Recorded by ${by}${manner === null ? '' : how[manner]}`;
  },
  deliveries: 'Who has got it',
  begunBefore: (moment) =>
    `. Its sending began ${moment}, before the right to it ended; it could not be stopped.`,
  when: 'When',
  nothing: 'There is nothing in this section.',
  goals: 'Goals and agreements',
  agreement: 'Agreement',
  responsible: 'Responsible',
  due: 'By',
  form: {
    heading: 'Your answer',
    until: (day) => `Answer by ${day}.`,
    question: 'Do you approve the plan as it stands here?',
    yes: 'Yes, I approve the plan',
    no: 'No, something has to be changed',
    noHint: 'Then the plan goes back and is rewritten.',
    section: 'Which section has to be changed?',
    chooseSection: 'Choose a section',
    reason: 'What has to be changed?',
    onlyForNo: 'Only if something has to be changed.',
    send: 'Send your answer',
    missing: 'Choose whether you approve the plan',
    sectionMissing: 'Choose the section that has to be changed',
    reasonMissing: 'Write what has to be changed',
    changed: 'The plan has been changed since you read it. Read it again and answer then.',
    done: 'Your answer is saved.',
  },
};

export const VERSION_WORDS: Catalogue<typeof da> = { da, en };
