import type { LinkPurpose } from '../../../../libs/domain/access/access-link.types.js';
import type { Catalogue } from '../../words/catalogue.js';

const da = {
  code: {
    title: 'Skriv koden til dit link',
    text: 'Koordinatoren har givet dig en kode, for eksempel i telefonen. Den står ikke i mailen.',
    label: 'Koden, du har fået',
    hint: 'Seks cifre',
    button: 'Fortsæt',
  },
  ask: {
    title: 'Sådan får du adgang',
    who: 'Siden er til dig, der er med i en plan, men ikke kan logge på, for eksempel fordi du er pårørende.',
    how: 'Ring til koordinatoren, du kender. Du får et link i en mail og en kode i telefonen. Sammen åbner de det, du skal læse eller svare på.',
    have: 'Har du allerede fået et link, så åbn det fra mailen igen, og se efter, at hele linket kommer med.',
    signIn: 'Log på i stedet',
  },
  opened: {
    title: 'Du er inde',
    purposes: {
      readPlan: 'Med linket kan du læse det i planen, som du må se.',
      answerGathering: 'Med linket kan du svare på spørgsmålet om planer.',
      answerMeeting: 'Med linket kan du se mødet og svare på, om du kommer.',
      answerDraft: 'Med linket kan du læse udkastet og godkende det eller gøre indsigelse.',
      reportAgreement: 'Med linket kan du fortælle, hvordan det går med det, du har lovet.',
    } satisfies Record<LinkPurpose, string>,
    until: (time: string): string =>
      `Du er logget på til kl. ${time}. Linket kan ikke bruges igen, når du har logget af.`,
    goOn: 'Gå videre',
    separator: '.',
  },
};

const en: typeof da = {
  code: {
    title: 'Write the code for your link',
    text: 'The coordinator has given you a code, for instance by telephone. It is not in the mail.',
    label: 'The code that you were given',
    hint: 'Six digits',
    button: 'Go on',
  },
  ask: {
    title: 'How to get access',
    who: 'This page is for you who are part of a plan but cannot log in, for instance since you are a relative.',
    how: 'Call the coordinator whom you know. You get a link in a mail and a code by telephone. Together they open what you are to read or answer.',
    have: 'If you have a link already, open it from the mail again and see that the whole link comes along.',
    signIn: 'Log in instead',
  },
  opened: {
    title: 'You are in',
    purposes: {
      readPlan: 'By the link you can read what you may see of the plan.',
      answerGathering: 'By the link you can answer the question about plans.',
      answerMeeting: 'By the link you can see the meeting and say whether you come.',
      answerDraft: 'By the link you can read the draft and approve it or object to it.',
      reportAgreement: 'By the link you can tell how it goes with what you promised.',
    },
    until: (time) =>
      `You are logged in until ${time}. The link cannot be used again once you have logged out.`,
    goOn: 'Go on',
    separator: ':',
  },
};

export const ACCESS_LINK_WORDS: Catalogue<typeof da> = { da, en };
