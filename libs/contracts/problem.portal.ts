import type { PortalErrorCode, ProblemKind } from './problem.types.js';

/** Why an access has ended is nobody's business who may hold the link only by chance. */
const CLOSED: ProblemKind = {
  status: 403,
  da: {
    title: 'Linket kan ikke bruges mere',
    detail: 'Ring til koordinatoren, du kender, hvis du mener, du skal have adgang.',
  },
  en: {
    title: 'The link can no longer be used',
    detail: 'Call the coordinator whom you know if you think that you should have access.',
  },
};

/** What a page, a form or a sign-in can be refused for, as status and words for the person before it. */
export const PORTAL_PROBLEMS: Readonly<Record<PortalErrorCode, ProblemKind>> = {
  'PAGE.NOT_FOUND': {
    status: 404,
    da: {
      title: 'Vi kan ikke finde siden',
      detail: 'Se efter, om adressen er skrevet rigtigt, eller begynd på forsiden.',
    },
    en: {
      title: 'We cannot find the page',
      detail: 'Check that the address is written correctly, or begin at the front page.',
    },
  },
  'PAGE.ADDRESS_TOO_LONG': {
    status: 414,
    da: {
      title: 'Adressen er for lang',
      detail: 'Se efter, om adressen er skrevet rigtigt, eller begynd på forsiden.',
    },
    en: {
      title: 'The address is too long',
      detail: 'Check that the address is written correctly, or begin at the front page.',
    },
  },
  'PLAN.NO_LONGER_OPEN': {
    status: 403,
    da: {
      title: 'Du kan ikke længere se planen',
      detail:
        'Du har haft adgang til en plan her, men det har du ikke længere. Et samtykke kan være trukket tilbage eller udløbet, eller du er ikke med mere. Det, du har fået før, skal du stadig passe på. Har du spørgsmål, så tal med den, du havde kontakt med om planen.',
    },
    en: {
      title: 'You can no longer see the plan',
      detail:
        'You had access to a plan here, but you no longer have it. A consent may have been withdrawn or have run out, or you no longer take part. What you got before you must still take care of. If you have questions, talk to whoever you were in contact with about the plan.',
    },
  },
  'PAGE.SIGN_IN_NEEDED': {
    status: 401,
    da: {
      title: 'Du er ikke længere logget på',
      detail: 'Log på igen. Det, du sendte sidst, er ikke gemt.',
    },
    en: {
      title: 'You are no longer logged in',
      detail: 'Log in again. What you sent last has not been saved.',
    },
  },
  'PAGE.LIMITED': {
    status: 429,
    da: { title: 'Det gik for hurtigt', detail: 'Vent et minut, og prøv igen.' },
    en: { title: 'That was too fast', detail: 'Wait a minute and try again.' },
  },
  'PAGE.UNAVAILABLE': {
    status: 503,
    da: { title: 'Siden virker ikke lige nu', detail: 'Prøv igen om lidt. Intet er ændret.' },
    en: {
      title: 'The page is not working right now',
      detail: 'Try again in a moment. Nothing has been changed.',
    },
  },
  'PAGE.FAILED': {
    status: 500,
    da: {
      title: 'Noget gik galt hos os',
      detail: 'Prøv igen. Bliver det ved, så kontakt driften, og giv dem fejlens nummer.',
    },
    en: {
      title: 'Something went wrong on our side',
      detail: 'Try again. If it goes on, contact the operators and give them the number of the error.',
    },
  },
  'FORM.NOT_OURS': {
    status: 403,
    da: {
      title: 'Vi kunne ikke tage imod det, du sendte',
      detail:
        'Siden har været åben for længe, eller den kom et andet sted fra. Gå tilbage, genindlæs siden, og send igen.',
    },
    en: {
      title: 'We could not accept what you sent',
      detail:
        'The page has been open for too long, or came from elsewhere. Go back, reload the page and send again.',
    },
  },
  'FORM.TOO_LARGE': {
    status: 413,
    da: {
      title: 'Det, du sendte, fylder for meget',
      detail: 'Gå tilbage, gør teksten kortere, og send igen.',
    },
    en: { title: 'What you sent is too large', detail: 'Go back, make the text shorter and send again.' },
  },
  'FORM.INVALID': {
    status: 400,
    da: { title: 'Vi kunne ikke læse det, du sendte', detail: 'Gå tilbage, genindlæs siden, og send igen.' },
    en: { title: 'We could not read what you sent', detail: 'Go back, reload the page and send again.' },
  },
  'FORM.NOT_UTF8': {
    status: 400,
    da: {
      title: 'Teksten er ikke UTF-8',
      detail:
        'Gå tilbage, genindlæs siden, og send igen. Et program skal sende felter og filnavne som UTF-8.',
    },
    en: {
      title: 'The text is not UTF-8',
      detail: 'Go back, reload the page and send again. A program must send fields and file names as UTF-8.',
    },
  },
  'SIGN_IN.NOT_OURS': {
    status: 400,
    da: {
      title: 'Log på igen',
      detail: 'Der gik for lang tid, eller du begyndte et andet sted. Begynd forfra her.',
    },
    en: {
      title: 'Log in again',
      detail: 'It took too long, or you began somewhere else. Begin again here.',
    },
  },
  'SIGN_IN.BROKEN_OFF': {
    status: 400,
    da: { title: 'Du er ikke logget på', detail: 'Log-on blev afbrudt. Du kan begynde forfra, når du vil.' },
    en: {
      title: 'You are not logged in',
      detail: 'Logging in was broken off. You can begin again at any time.',
    },
  },
  'SIGN_IN.NOT_REGISTERED': {
    status: 403,
    da: {
      title: 'Du er ikke oprettet her endnu',
      detail:
        'Vi ved, hvem du er, men ingen har oprettet dig. Er du fagperson, så bed din teamleder om det. Ellers så tal med den koordinator, du kender.',
    },
    en: {
      title: 'You are not registered here yet',
      detail:
        'We know who you are, but nobody has registered you. If you are a practitioner, ask your team leader. Otherwise talk to the coordinator whom you know.',
    },
  },
  'SIGN_IN.ASSURANCE_TOO_LOW': {
    status: 403,
    da: {
      title: 'Dit log-on er ikke sikkert nok',
      detail:
        'Log på igen, og vælg en sikrere måde, for eksempel MitID-appen i stedet for kun en adgangskode.',
    },
    en: {
      title: 'Your log-in is not sure enough',
      detail: 'Log in again and choose a surer way, for instance the MitID app instead of a password alone.',
    },
  },
  'SIGN_IN.UNAVAILABLE': {
    status: 503,
    da: {
      title: 'Du kan ikke logge på lige nu',
      detail: 'Dem, der siger, hvem du er, svarer ikke. Prøv igen om lidt.',
    },
    en: {
      title: 'You cannot log in right now',
      detail: 'Those who tell us who you are do not answer. Try again in a moment.',
    },
  },
  'ACCESS_LINK.UNKNOWN': {
    status: 403,
    da: {
      title: 'Vi kender ikke linket',
      detail: 'Åbn linket fra mailen igen. Virker det stadig ikke, så bed koordinatoren om et nyt.',
    },
    en: {
      title: 'We do not know the link',
      detail:
        'Open the link from the mail again. If it still does not work, ask the coordinator for a new one.',
    },
  },
  'ACCESS_LINK.CODE_WRONG': {
    status: 403,
    da: {
      title: 'Koden passer ikke til linket',
      detail: 'Skriv den kode, du har fået til det nyeste link. Linket lukker efter fem forkerte koder.',
    },
    en: {
      title: 'The code does not belong to the link',
      detail:
        'Write the code that you were given for the newest link. The link closes after five wrong codes.',
    },
  },
  'ACCESS_LINK.LOCKED': {
    status: 403,
    da: {
      title: 'Linket er lukket, fordi koden var forkert for mange gange',
      detail: 'Ring til koordinatoren, og bed om et nyt link.',
    },
    en: {
      title: 'The link is closed since the code was wrong too many times',
      detail: 'Call the coordinator and ask for a new link.',
    },
  },
  'ACCESS_LINK.USED': {
    status: 403,
    da: {
      title: 'Linket er brugt',
      detail:
        'Et link virker én gang. Bed koordinatoren om et nyt. Var det ikke dig, der brugte det, så sig det.',
    },
    en: {
      title: 'The link has been used',
      detail: 'A link works once. Ask the coordinator for a new one. If it was not you who used it, say so.',
    },
  },
  'ACCESS_LINK.EXPIRED': {
    status: 403,
    da: { title: 'Linket er for gammelt', detail: 'Ring til koordinatoren, og bed om et nyt link.' },
    en: { title: 'The link is too old', detail: 'Call the coordinator and ask for a new link.' },
  },
  'ACCESS_LINK.REVOKED': CLOSED,
  'ACCESS_LINK.PLAN_OVER': CLOSED,
  'ACCESS_LINK.PERSON_LEFT': CLOSED,
  'ACCESS_LINK.NO_CONSENT': CLOSED,
  'ACCESS_LINK.OVER': {
    status: 403,
    da: {
      title: 'Din adgang med linket er slut',
      detail:
        'Skal du bruge mere, så bed koordinatoren om et nyt link. Sendte du noget lige nu, er det ikke gemt.',
    },
    en: {
      title: 'Your access by the link is over',
      detail:
        'If you need more, ask the coordinator for a new link. If you sent something just now, it has not been saved.',
    },
  },
};
