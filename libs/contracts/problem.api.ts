import type { ApiErrorCode, ProblemKind } from './problem.types.js';

/** What the API itself refuses, as status and words. */
export const API_PROBLEMS: Readonly<Record<ApiErrorCode, ProblemKind>> = {
  'REQUEST.INVALID': {
    status: 400,
    da: {
      title: 'Oplysninger mangler eller er forkerte',
      detail: 'Ret de felter, der er nævnt, og send igen.',
    },
    en: {
      title: 'Information is missing or wrong',
      detail: 'Correct the fields that are named and send again.',
    },
  },
  'REQUEST.BROKEN_JSON': {
    status: 400,
    da: { title: 'Indholdet kan ikke læses', detail: 'Send indholdet som gyldig JSON.' },
    en: { title: 'The content cannot be read', detail: 'Send the content as valid JSON.' },
  },
  'REQUEST.NOT_UTF8': {
    status: 400,
    da: {
      title: 'Teksten er ikke UTF-8',
      detail: 'Skriv indholdet, adressen og filens navn som UTF-8, og send igen. Intet er gemt.',
    },
    en: {
      title: 'The text is not UTF-8',
      detail:
        'Write the content, the address and the name of the file as UTF-8 and send again. Nothing was kept.',
    },
  },
  'REQUEST.TOO_DEEP': {
    status: 400,
    da: {
      title: 'Indholdet ligger for dybt i hinanden',
      detail: 'Send objekter og lister, der højst ligger 64 dybt i hinanden.',
    },
    en: {
      title: 'The content is nested too deep',
      detail: 'Send objects and lists that lie in one another at most 64 deep.',
    },
  },
  'REQUEST.TOO_LARGE': {
    status: 413,
    da: { title: 'Indholdet fylder for meget', detail: 'Send højst 1 MB, eller upload det som et dokument.' },
    en: { title: 'The content is too large', detail: 'Send at most 1 MB, or upload it as a document.' },
  },
  'REQUEST.UNSUPPORTED_TYPE': {
    status: 415,
    da: {
      title: 'Indholdet har en forkert type',
      detail: 'Send indholdet med den Content-Type, som operationen beskriver.',
    },
    en: {
      title: 'The content has the wrong type',
      detail: 'Send the content with the Content-Type that the operation describes.',
    },
  },
  'REQUEST.ADDRESS_TOO_LONG': {
    status: 414,
    da: { title: 'Adressen er for lang', detail: 'Gør adressen kortere, og spørg igen.' },
    en: { title: 'The address is too long', detail: 'Make the address shorter and ask again.' },
  },
  'ROUTE.NOT_FOUND': {
    status: 404,
    da: { title: 'Adressen findes ikke', detail: 'Se efter i beskrivelsen på /api/docs, og ret adressen.' },
    en: {
      title: 'There is no such address',
      detail: 'Look it up in the description at /api/docs and correct the address.',
    },
  },
  'ROUTE.METHOD_NOT_ALLOWED': {
    status: 405,
    da: {
      title: 'Metoden kan ikke bruges her',
      detail: 'Brug en af de metoder, som svarets Allow-felt nævner.',
    },
    en: {
      title: 'The method cannot be used here',
      detail: 'Use one of the methods that the Allow header of the answer names.',
    },
  },
  'AUTH.MISSING': {
    status: 401,
    da: { title: 'Du er ikke logget på', detail: 'Log på, og send dit adgangsbevis med i Authorization.' },
    en: {
      title: 'You are not signed in',
      detail: 'Sign in and send your token in the Authorization header.',
    },
  },
  'AUTH.INVALID': {
    status: 401,
    da: {
      title: 'Dit log-on gælder ikke',
      detail:
        'Log på igen. Et system beder en administrator se efter, om det er oprettet og ikke er afsluttet.',
    },
    en: {
      title: 'Your sign-in is not valid',
      detail: 'Sign in again. A system asks an administrator whether it is registered and has not ended.',
    },
  },
  'AUTH.ASSURANCE_TOO_LOW': {
    status: 401,
    da: {
      title: 'Dit log-on er ikke sikkert nok',
      detail: 'Log på igen med et højere sikringsniveau, for eksempel med MitID-appen.',
    },
    en: {
      title: 'Your sign-in is not sure enough',
      detail: 'Sign in again at a higher assurance level, with the MitID app for instance.',
    },
  },
  'AUTH.SIGN_IN_ANEW': {
    status: 401,
    da: {
      title: 'Log på igen',
      detail:
        'Det, du vil gøre, åbner eller lukker for meget. Log på igen hos log-on-tjenesten (prompt=login eller max_age, og acr_values fra WWW-Authenticate), og send det samme igen med det nye adgangsbevis. Intet er ændret.',
    },
    en: {
      title: 'Sign in again',
      detail:
        'What you want to do opens or ends much. Sign in again at the provider (prompt=login or max_age, and acr_values from WWW-Authenticate) and send the same again with the new token. Nothing was changed.',
    },
  },
  'AUTH.SCOPE_MISSING': {
    status: 403,
    da: {
      title: 'Systemet må ikke bruge denne adresse',
      detail:
        'Bed en administrator om at give systemet den adgang, som WWW-Authenticate nævner. Nævner den ingen, er adressen kun for mennesker.',
    },
    en: {
      title: 'The system may not use this address',
      detail:
        'Ask an administrator to give the system the scope that WWW-Authenticate names. If it names none, the address is for people only.',
    },
  },
  'RATE.LIMITED': {
    status: 429,
    da: {
      title: 'For mange forespørgsler',
      detail: 'Vent det antal sekunder, som Retry-After siger, og prøv igen.',
    },
    en: { title: 'Too many requests', detail: 'Wait for the seconds that Retry-After tells and try again.' },
  },
  'IDEMPOTENCY.KEY_INVALID': {
    status: 400,
    da: {
      title: 'Nøglen til gentagelse er forkert',
      detail: 'Send en Idempotency-Key på 8 til 128 synlige tegn uden mellemrum.',
    },
    en: {
      title: 'The idempotency key is wrong',
      detail: 'Send an Idempotency-Key of 8 to 128 visible characters without spaces.',
    },
  },
  'IDEMPOTENCY.KEY_REUSED': {
    status: 422,
    da: {
      title: 'Nøglen er brugt til noget andet',
      detail: 'Brug en ny Idempotency-Key til en ny handling.',
    },
    en: {
      title: 'The key was used for something else',
      detail: 'Use a new Idempotency-Key for a new action.',
    },
  },
  'PRECONDITION.REQUIRED': {
    status: 428,
    da: {
      title: 'Det fremgår ikke, hvad du så',
      detail: 'Hent indholdet, og send dets ETag med i If-Match.',
    },
    en: { title: 'It is not told what you saw', detail: 'Fetch the content and send its ETag in If-Match.' },
  },
  'PRECONDITION.INVALID': {
    status: 400,
    da: { title: 'If-Match kan ikke læses', detail: 'Send det ETag, som du fik, i anførselstegn.' },
    en: {
      title: 'If-Match cannot be read',
      detail: 'Send the ETag that you were given, in quotation marks.',
    },
  },
  'PRECONDITION.NOT_OURS': {
    status: 412,
    da: {
      title: 'If-Match kan ikke passe',
      detail:
        'Send det ETag, som svaret fra kiplan havde, uden W/ foran. Er det ændret undervejs, så bed driften slå komprimering fra for API’et.',
    },
    en: {
      title: 'If-Match cannot fit',
      detail:
        'Send the ETag that the answer of kiplan had, without W/ before it. If it was changed on the way, ask the operators to switch off compression for the API.',
    },
  },
  'PRECONDITION.FAILED': {
    status: 412,
    da: {
      title: 'En anden har ændret planen imens',
      detail: 'Hent planen igen, og gentag din ændring, hvis den stadig er rigtig.',
    },
    en: {
      title: 'Somebody has changed the plan meanwhile',
      detail: 'Fetch the plan again and repeat your change if it is still right.',
    },
  },
  'DOCUMENT.NOT_FOUND': {
    status: 404,
    da: { title: 'Dokumentet findes ikke', detail: 'Vælg et dokument fra planens liste.' },
    en: { title: 'There is no such document', detail: 'Choose a document from the list of the plan.' },
  },
  'DOCUMENT.EMPTY': {
    status: 400,
    da: { title: 'Dokumentet er tomt', detail: 'Vælg en fil med indhold.' },
    en: { title: 'The document is empty', detail: 'Choose a file with content.' },
  },
  'DOCUMENT.TOO_LARGE': {
    status: 413,
    da: { title: 'Dokumentet fylder for meget', detail: 'Vælg en fil på højst 10 MB.' },
    en: { title: 'The document is too large', detail: 'Choose a file of at most 10 MB.' },
  },
  'DOCUMENT.TYPE_NOT_ALLOWED': {
    status: 415,
    da: {
      title: 'Filtypen kan ikke bruges',
      detail: 'Vælg en fil af typen PDF, PNG, JPEG, DOCX eller ren tekst.',
    },
    en: {
      title: 'The type of file cannot be used',
      detail: 'Choose a file of the type PDF, PNG, JPEG, DOCX or plain text.',
    },
  },
  'DOCUMENT.TYPE_MISMATCH': {
    status: 415,
    da: {
      title: 'Filen er ikke det, den giver sig ud for',
      detail: 'Gem filen igen i den rigtige type, og vælg den på ny.',
    },
    en: {
      title: 'The file is not what it says it is',
      detail: 'Save the file again in the right type and choose it anew.',
    },
  },
  'DOCUMENT.NOT_UTF8': {
    status: 415,
    da: {
      title: 'Teksten er ikke gemt som UTF-8',
      detail: 'Gem filen igen som UTF-8 (i Notesblok: Gem som, Kodning: UTF-8), og vælg den på ny.',
    },
    en: {
      title: 'The text is not saved as UTF-8',
      detail: 'Save the file again as UTF-8 (in Notepad: Save as, Encoding: UTF-8) and choose it anew.',
    },
  },
  'DOCUMENT.HARMFUL': {
    status: 422,
    da: {
      title: 'Dokumentet er ikke sikkert',
      detail: 'Scanningen fandt noget skadeligt i dokumentet. Det er ikke gemt. Send en ren udgave.',
    },
    en: {
      title: 'The document is not safe',
      detail: 'The scan found something harmful in the document. It was not kept. Send a clean copy.',
    },
  },
  'DOCUMENT.NOT_SCANNED': {
    status: 503,
    da: {
      title: 'Dokumentet kan ikke scannes lige nu',
      detail: 'Det er ikke gemt. Prøv igen om lidt.',
    },
    en: {
      title: 'The document cannot be scanned at the moment',
      detail: 'It was not kept. Try again in a little while.',
    },
  },
  'CPR.INVALID': {
    status: 400,
    da: {
      title: 'CPR-nummeret er ikke gyldigt',
      detail: 'Skriv de ti cifre, som de står på sundhedskortet.',
    },
    en: {
      title: 'The CPR number is not valid',
      detail: 'Write the ten digits as they stand on the health card.',
    },
  },
  'CPR.ALREADY_REGISTERED': {
    status: 409,
    da: {
      title: 'En anden borger er oprettet med nummeret',
      detail: 'Find ud af, om det er den samme borger. De to bliver ikke lagt sammen.',
    },
    en: {
      title: 'Another citizen is registered under the number',
      detail: 'Find out whether it is the same citizen. The two are not made one.',
    },
  },
  'CPR.NOT_A_REPLACEMENT': {
    status: 409,
    da: {
      title: 'Borgeren har allerede et CPR-nummer',
      detail: 'Kun et erstatningsnummer kan rettes til et CPR-nummer.',
    },
    en: {
      title: 'The citizen already has a CPR number',
      detail: 'Only a replacement number can be corrected to a CPR number.',
    },
  },
  'CITIZEN.NOT_FOUND': {
    status: 404,
    da: { title: 'Borgeren findes ikke', detail: 'Opret borgeren, før planen startes.' },
    en: { title: 'There is no such citizen', detail: 'Register the citizen before the plan is started.' },
  },
  'PERSON.NOT_FOUND': {
    status: 404,
    da: { title: 'Personen findes ikke', detail: 'Vælg en person, der er oprettet.' },
    en: { title: 'There is no such person', detail: 'Choose a person who is registered.' },
  },
  'PERSON.ALREADY_REGISTERED': {
    status: 409,
    da: { title: 'Personen er allerede oprettet', detail: 'Brug den person, der er oprettet.' },
    en: { title: 'The person is already registered', detail: 'Use the person who is registered.' },
  },
  'ORGANISATION.NOT_FOUND': {
    status: 404,
    da: { title: 'Organisationen findes ikke', detail: 'Vælg en organisation, der er oprettet.' },
    en: { title: 'There is no such organisation', detail: 'Choose an organisation that is registered.' },
  },
  'ORGANISATION.ALREADY_REGISTERED': {
    status: 409,
    da: { title: 'Organisationen er allerede oprettet', detail: 'Brug den organisation, der er oprettet.' },
    en: {
      title: 'The organisation is already registered',
      detail: 'Use the organisation that is registered.',
    },
  },
  'ORGANISATION.WITHOUT_CVR': {
    status: 422,
    da: {
      title: 'Organisationen har intet CVR-nummer',
      detail:
        'Opret personen med det subject, som log-on-udbyderen giver, i stedet for et medarbejdernummer.',
    },
    en: {
      title: 'The organisation has no CVR number',
      detail:
        'Register the person with the subject that the identity provider gives instead of an employee id.',
    },
  },
  'SIGN_IN.ALREADY_REGISTERED': {
    status: 409,
    da: {
      title: 'Log-on er allerede knyttet til en anden',
      detail: 'Find den person, som log-on er knyttet til, og brug den, eller fjern log-on fra den først.',
    },
    en: {
      title: 'The sign-in belongs to somebody else already',
      detail: 'Find the person whom the sign-in belongs to and use that one, or take it from them first.',
    },
  },
  'CLIENT.NOT_FOUND': {
    status: 404,
    da: { title: 'Systemet findes ikke', detail: 'Vælg et system fra listen over dem, der er oprettet.' },
    en: { title: 'There is no such system', detail: 'Choose a system from the list of those registered.' },
  },
  'CLIENT.ALREADY_REGISTERED': {
    status: 409,
    da: {
      title: 'Systemet er allerede oprettet',
      detail: 'Brug det, der er oprettet, eller afslut det, før du opretter det igen.',
    },
    en: {
      title: 'The system is already registered',
      detail: 'Use the one that is registered, or end it before you register it again.',
    },
  },
  'ACCESS_LINK.NOT_FOUND': {
    status: 404,
    da: { title: 'Linket findes ikke', detail: 'Vælg et link fra planens liste.' },
    en: { title: 'There is no such link', detail: 'Choose a link from the list of the plan.' },
  },
  'ACCESS_LINK.HOLDER_LEFT': {
    status: 422,
    da: {
      title: 'Personen arbejder der ikke længere',
      detail:
        'Efter registeret arbejder personen ikke længere i den organisation, som parten er. Udpeg en kollega i stedet.',
    },
    en: {
      title: 'The person works there no more',
      detail:
        'By the register the person no longer works in the organisation of the party. Name a colleague instead.',
    },
  },
  'ACCESS_LINK.SIGNS_IN': {
    status: 409,
    da: {
      title: 'Personen kan selv logge på',
      detail: 'Bed personen logge på. Links er til dem, der ikke kan.',
    },
    en: {
      title: 'The person can sign in',
      detail: 'Ask the person to sign in. Links are for those who cannot.',
    },
  },
  'ACCESS_LINK.NOT_BY_MAIL': {
    status: 409,
    da: {
      title: 'Personen kan ikke få en mail',
      detail: 'Skriv personens mailadresse, og vælg mail som måden, personen nås på.',
    },
    en: {
      title: 'The person cannot be sent a mail',
      detail: 'Write the mail address of the person, and choose mail as the way to reach them.',
    },
  },
  'ERASURE.ALREADY_HELD_BACK': {
    status: 409,
    da: {
      title: 'Sletningen er allerede holdt tilbage',
      detail: 'Frigiv den, der er, hvis en anden begrundelse skal gælde.',
    },
    en: {
      title: 'The erasure is already held back',
      detail: 'Release the one that there is if another reason is to stand.',
    },
  },
  'ERASURE.NOT_HELD_BACK': {
    status: 404,
    da: {
      title: 'Sletningen er ikke holdt tilbage',
      detail: 'Vælg en fra listen over det, der holdes tilbage.',
    },
    en: { title: 'The erasure is not held back', detail: 'Choose one from the list of what is held back.' },
  },
  'FIGURES.QUARTER_NOT_OVER': {
    status: 422,
    da: {
      title: 'Kvartalet er ikke slut endnu',
      detail:
        'Vælg et kvartal, der sluttede for mindst en time siden. Tal, der stadig vokser, kan røbe den enkelte.',
    },
    en: {
      title: 'The quarter is not over yet',
      detail:
        'Choose a quarter that ended an hour ago or earlier. Figures that still grow can tell of single people.',
    },
  },
  'RECORD.DAMAGED': {
    status: 503,
    da: {
      title: 'Oplysningerne er ikke, som de blev skrevet',
      detail: 'De vises ikke, før driften har set på dem. Giv driften besked med fejlens nummer.',
    },
    en: {
      title: 'What is kept is not as it was written',
      detail: 'It is not shown before the operators have looked at it. Tell them the number of this error.',
    },
  },
  'SERVER.UNAVAILABLE': {
    status: 503,
    da: { title: 'Systemet er ikke klar lige nu', detail: 'Prøv igen om lidt. Intet er ændret.' },
    en: {
      title: 'The system is not available right now',
      detail: 'Try again in a moment. Nothing has been changed.',
    },
  },
  'SERVER.FAILED': {
    status: 500,
    da: {
      title: 'Noget gik galt hos os',
      detail: 'Prøv igen. Bliver det ved, så giv driften besked med fejlens nummer.',
    },
    en: {
      title: 'Something went wrong on our side',
      detail: 'Try again. If it goes on, tell the operators the number of this error.',
    },
  },
};
