import type { Catalogue } from './catalogue.js';
import { dateWriter, periodWriter } from './written-dates.js';

const date = dateWriter('da-DK');

const last = (what: string, deadline: string | null): readonly string[] =>
  deadline === null ? [] : [`${what} senest ${deadline}.`];

/** The Danish texts; the other languages have its shape. */
export const da = {
  notices: {
    citizenQuestion: {
      subject: 'Du har en besked',
      heading: 'Vi har et spørgsmål til dig',
      paragraphs: ({ deadline }) => [
        'Vi vil gerne høre, hvad du siger til et forslag. Det er frivilligt, og du bestemmer selv, hvad du svarer.',
        ...last('Svar', deadline),
      ],
      action: 'Læs spørgsmålet og svar',
    },
    consentRenewal: {
      subject: 'Du har en besked',
      heading: 'Et svar udløber snart',
      paragraphs: ({ deadline }) => [
        'Et svar, som vi har fået tidligere, gælder snart ikke længere. Se, om det skal fornyes.',
        ...last('Gør det', deadline),
      ],
      action: 'Se svaret',
    },
    consentConfirmation: {
      subject: 'Du har en besked',
      heading: 'Vi beder dig bekræfte et svar',
      paragraphs: ({ deadline }) => [
        'Vi har skrevet et svar ned. Det gælder først, når det er bekræftet.',
        ...last('Bekræft det, eller sig nej,', deadline),
      ],
      action: 'Se svaret',
    },
    consentChanged: {
      subject: 'Du har en besked',
      heading: 'Der er nyt om et svar',
      paragraphs: () => [
        'Et svar, der handler om dig eller en, du er tæt på, er skrevet ned eller ændret. Sig til, hvis det ikke er rigtigt.',
      ],
      action: 'Se svaret',
    },
    sayChanged: {
      subject: 'Du har en besked',
      heading: 'Der er nyt om, hvem der har noget at sige',
      paragraphs: () => [
        'Det er skrevet ned, at nogen har, skal have eller ikke længere har noget at sige i en sag, du er med i. Sig til, hvis det ikke er rigtigt.',
      ],
      action: 'Se, hvem der er med',
    },
    partEnded: {
      subject: 'Du har en besked',
      heading: 'Du er ikke længere med',
      paragraphs: () => [
        'Du er ikke længere med i en sag, som du har været med i. Du får ikke flere beskeder om den. Sig til, hvis det ikke er rigtigt.',
      ],
      action: 'Gå til siderne',
    },
    confirmationAsked: {
      subject: 'Du har en besked',
      heading: 'Noget skal bekræftes af en anden',
      paragraphs: ({ deadline }) => [
        'En af dine kolleger har noteret noget, som først gælder, eller kun bliver ved at gælde, når en anden har set på det.',
        ...last('Sørg for det', deadline),
      ],
      action: 'Se, hvad der venter',
    },
    gatheringRequest: {
      subject: 'Du har en besked',
      heading: 'Vi har brug for oplysninger fra dig',
      paragraphs: ({ deadline }) => [
        'Vi beder dig svare på nogle spørgsmål. Du kan også svare, at du ikke har noget.',
        ...last('Svar', deadline),
      ],
      action: 'Læs spørgsmålene og svar',
    },
    gatheringReminder: {
      subject: 'Påmindelse: Du har en besked',
      heading: 'Vi mangler oplysninger fra dig',
      paragraphs: ({ deadline }) => [
        'Vi har tidligere bedt dig svare på nogle spørgsmål. Vi har ikke fået dit svar endnu.',
        ...last('Svar', deadline),
      ],
      action: 'Læs spørgsmålene og svar',
    },
    meetingProposal: {
      subject: 'Du har en besked om et møde',
      heading: 'Hvornår kan du mødes?',
      paragraphs: ({ deadline }) => [
        'Vi foreslår nogle tidspunkter for et møde. Fortæl os, hvilke tidspunkter der passer dig.',
        ...last('Svar', deadline),
      ],
      action: 'Se tidspunkterne og svar',
    },
    proposalReminder: {
      subject: 'Påmindelse: Du har en besked om et møde',
      heading: 'Hvornår kan du mødes?',
      paragraphs: ({ deadline }) => [
        'Vi har foreslået nogle tidspunkter for et møde. Vi har ikke fået dit svar endnu.',
        ...last('Svar', deadline),
      ],
      action: 'Se tidspunkterne og svar',
    },
    meetingInvitation: {
      subject: 'Du har en besked om et møde',
      heading: 'Du er inviteret til et møde',
      paragraphs: ({ time, deadline }) => [
        `Mødet er ${time}.`,
        'Fortæl os, om du kommer.',
        'Passer tiden dårligt, så ønsk et andet tidspunkt, når du svarer på siden.',
        ...last('Svar', deadline),
      ],
      action: 'Læs om mødet og svar',
    },
    meetingChange: {
      subject: 'Du har en besked om et møde',
      heading: 'Et møde er ændret',
      paragraphs: ({ time, deadline }) => [
        `Mødet er nu ${time}.`,
        'Fortæl os, om du stadig kommer.',
        'Passer tiden dårligt, så ønsk et andet tidspunkt, når du svarer på siden.',
        ...last('Svar', deadline),
      ],
      action: 'Læs om mødet og svar',
    },
    meetingCancellation: {
      subject: 'Du har en besked om et møde',
      heading: 'Et møde er aflyst',
      paragraphs: ({ time }) => [`Mødet ${time} er aflyst. Du skal ikke gøre noget.`],
      action: 'Se dine beskeder',
    },
    invitationReminder: {
      subject: 'Påmindelse: Du har en besked om et møde',
      heading: 'Kommer du til mødet?',
      paragraphs: ({ time, deadline }) => [
        `Du er inviteret til et møde ${time}. Vi har ikke fået dit svar endnu.`,
        ...last('Svar', deadline),
      ],
      action: 'Læs om mødet og svar',
    },
    agenda: {
      subject: 'Du har en besked om et møde',
      heading: 'Dagsordenen til mødet er klar',
      paragraphs: ({ time }) => [`Mødet er ${time}.`],
      action: 'Læs dagsordenen',
    },
    approvalRequest: {
      subject: 'Du har en besked',
      heading: 'Vi beder dig læse og godkende en tekst',
      paragraphs: ({ deadline }) => [
        'Du kan godkende teksten, eller du kan skrive, hvad der skal ændres.',
        ...last('Svar', deadline),
      ],
      action: 'Læs teksten og svar',
    },
    approvalReminder: {
      subject: 'Påmindelse: Du har en besked',
      heading: 'Vi mangler dit svar på en tekst',
      paragraphs: ({ deadline }) => [
        'Vi har bedt dig læse og godkende en tekst. Vi har ikke fået dit svar endnu.',
        ...last('Svar', deadline),
      ],
      action: 'Læs teksten og svar',
    },
    approvalRecorded: {
      subject: 'Du har en besked',
      heading: 'Der er noteret et svar fra dig',
      paragraphs: () => [
        'Du har tidligere sagt nej til en tekst. Nu er det noteret, at du har sagt ja skriftligt. Passer det ikke, så sig det til os.',
      ],
      action: 'Se svaret',
    },
    versionReady: {
      subject: 'Du har en besked',
      heading: 'Der er et nyt dokument til dig',
      paragraphs: () => ['Du kan læse dokumentet nu.'],
      action: 'Læs dokumentet',
    },
    agreementReminder: {
      subject: 'Påmindelse: Du har en aftale',
      heading: 'Husk en aftale',
      paragraphs: ({ deadline }) => [
        'Der er en aftale, som du har ansvaret for. Fortæl os, hvordan det går med den.',
        ...last('Aftalen skal være holdt', deadline),
      ],
      action: 'Se aftalen',
    },
    requestMade: {
      subject: 'Du har en besked',
      heading: 'Der er et nyt ønske, som du skal svare på',
      paragraphs: ({ deadline }) => [
        'Nogen har ønsket noget. Læs ønsket, og svar ja eller nej.',
        ...last('Svar', deadline),
      ],
      action: 'Læs ønsket og svar',
    },
    requestAnswered: {
      subject: 'Du har en besked',
      heading: 'Du har fået et svar',
      paragraphs: () => ['Du har bedt os om noget, og nu har vi svaret.'],
      action: 'Læs svaret',
    },
    handoverProposal: {
      subject: 'Du har en besked',
      heading: 'Vil du overtage en opgave?',
      paragraphs: ({ deadline }) => [
        'En kollega foreslår, at du overtager en opgave. Du kan sige ja eller nej.',
        ...last('Svar', deadline),
      ],
      action: 'Læs om opgaven og svar',
    },
    handoverReminder: {
      subject: 'Påmindelse: Du har en besked',
      heading: 'Vil du overtage en opgave?',
      paragraphs: ({ deadline }) => [
        'En kollega har foreslået, at du overtager en opgave. Vi har ikke fået dit svar endnu.',
        ...last('Svar', deadline),
      ],
      action: 'Læs om opgaven og svar',
    },
    coordinationGiven: {
      subject: 'Du har en besked',
      heading: 'Du har fået et ansvar',
      paragraphs: () => ['Du er nu den, der har ansvaret. Se, hvad der venter på dig.'],
      action: 'Se, hvad der venter',
    },
    deputyAppointed: {
      subject: 'Du har en besked',
      heading: 'Du skal træde til for en kollega',
      paragraphs: ({ time }) => [
        `Du er sat til at træde til for en kollega ${time}.`,
        'I den tid får du de beskeder, som din kollega ellers får. Sig det til din kollega, hvis det ikke passer.',
      ],
      action: 'Se, hvad det drejer sig om',
    },
    deputyBegun: {
      subject: 'Du har en besked',
      heading: 'Nu træder du til for en kollega',
      paragraphs: ({ time }) => [`Du træder til for en kollega ${time}. Se, hvad der venter på dig.`],
      action: 'Se, hvad der venter',
    },
    deputyEnded: {
      subject: 'Du har en besked',
      heading: 'Du træder ikke længere til for en kollega',
      paragraphs: () => ['Tiden, hvor du trådte til for en kollega, er slut. Du skal ikke gøre noget.'],
      action: 'Se dine beskeder',
    },
    coordinatorNamed: {
      subject: 'Du har en besked',
      heading: 'Der er nyt om, hvem der er kontakt',
      paragraphs: () => ['En ny person har fået ansvaret. Se, hvem det er.'],
      action: 'Se, hvem der er kontakt',
    },
    courseEnded: {
      subject: 'Du har en besked',
      heading: 'Noget, du har været med i, er slut',
      paragraphs: () => ['Der skal ikke gøres mere. Log på, hvis du vil se, hvad du stadig har adgang til.'],
      action: 'Se dine beskeder',
    },
    coordinatorMissing: {
      subject: 'Du har en besked',
      heading: 'Du skal vælge, hvem der har ansvaret',
      paragraphs: ({ deadline }) => [
        'Den, der havde ansvaret i dit team, har det ikke mere. Vælg, hvem der har det nu.',
        ...last('Gør det', deadline),
      ],
      action: 'Vælg en ny',
    },
    coordinatorReminder: {
      subject: 'Påmindelse: En opgave venter',
      heading: 'En opgave venter på dig',
      paragraphs: ({ deadline }) => [
        'Der er en opgave, som ikke er gjort endnu.',
        ...last('Gør den færdig', deadline),
      ],
      action: 'Se opgaven',
    },
    coordinatorTold: {
      subject: 'Du har en besked',
      heading: 'Der er noget, du skal tage stilling til',
      paragraphs: ({ deadline }) => [
        'Noget er sket eller ikke sket til tiden. Se, hvad det er, og hvad du kan gøre.',
        ...last('Gør det', deadline),
      ],
      action: 'Se, hvad der er sket',
    },
    teamLeaderTold: {
      subject: 'Du har en besked',
      heading: 'Der er noget, du som leder skal tage stilling til',
      paragraphs: ({ deadline }) => [
        'En opgave i dit team er ikke løst til tiden. Se, hvad der mangler.',
        ...last('Gør det', deadline),
      ],
      action: 'Se opgaven',
    },
    partyLeaderTold: {
      subject: 'Du har en besked',
      heading: 'Vi mangler et svar fra din enhed',
      paragraphs: ({ deadline }) => [
        'Vi har bedt en medarbejder i din enhed om et svar. Vi har ikke fået det endnu, heller ikke efter flere påmindelser.',
        ...last('Vi har brug for svaret', deadline),
      ],
      action: 'Se, hvad der mangler',
    },
    meetingDeputy: {
      subject: 'Du har en besked',
      heading: 'Du deltager i et møde i stedet for en kollega',
      paragraphs: () => [
        'En kollega har skrevet, at du deltager i et møde i stedet. Til mødet er slut, kan du se det, din kollega kan se.',
      ],
      action: 'Se mødet',
    },
    representativeMissing: {
      subject: 'Du har en besked',
      heading: 'Udpeg en kollega',
      paragraphs: ({ deadline }) => [
        'En medarbejder, som svarede for din enhed i et samarbejde, arbejder ikke længere hos jer. Udpeg en kollega i stedet.',
        'Indtil da venter det, vi har bedt din enhed om.',
        ...last('Gør det', deadline),
      ],
      action: 'Udpeg en kollega',
    },
    taskRaised: {
      subject: 'Du har en besked',
      heading: 'Du har fået en opgave',
      paragraphs: ({ deadline }) => ['Der er en ny opgave til dig.', ...last('Gør den færdig', deadline)],
      action: 'Se opgaven',
    },
    accessLink: {
      subject: 'Du har en besked',
      heading: 'Her er dit link',
      paragraphs: () => [
        'Du har fået en kode ad en anden vej, for eksempel i telefonen. Linket virker kun sammen med koden, og kun én gang.',
        'Har du ikke fået en kode, eller venter du ikke et link, så ring til den, du kender hos os.',
      ],
      action: 'Åbn linket og skriv koden',
    },
  },
  greeting: (firstName) => (firstName === null ? 'Hej' : `Hej ${firstName}`),
  bundle: (count) => `Du har ${count} beskeder`,
  mailClosing: [
    'Resten læser du på siden, når vi ved, at det er dig. Vi skriver ikke mere her, fordi en mail kan blive læst af andre.',
    'Mailen er sendt automatisk. Du kan ikke svare på den.',
  ],
  letter: {
    contact: (name, telephone) => `Har du spørgsmål, så ring til ${name} på telefon ${telephone}.`,
    link: (link) => `Du kan også læse mere og svare på ${link}`,
    enclosed: 'Vi har lagt det ved brevet.',
    farewell: 'Venlig hilsen',
  },
  callNote: {
    before:
      'Sig først noget, når du er sikker på, at du taler med den rigtige. Læg ingen besked på en telefonsvarer.',
    after: 'Skriv bagefter, om du fik fat i personen.',
  },
  meeting: 'Møde',
  date,
  period: periodWriter({ date, at: 'kl.', until: 'til', separator: '.' }),
} satisfies Catalogue;
