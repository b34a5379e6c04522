import type { Catalogue } from '../../words/catalogue.js';

const da = {
  link: 'Afslut hele forløbet',
  title: 'Afslut hele forløbet',
  lead: 'Du bestemmer selv, om du vil være med. Her ser du, hvad der sker, hvis du siger stop.',
  sees: 'De kan ikke længere se noget',
  seesNobody: 'Der er ingen andre, som kan se noget i dag.',
  keeps:
    'Din koordinator og koordinatorens leder kan stadig se planen, fordi den skal gemmes efter loven. De må ikke bruge den til andet.',
  meetings: 'Møder, der bliver aflyst',
  meeting: (when: string): string => `Mødet ${when}.`,
  unfixedMeeting: 'Et møde, som der ikke er fundet en tid til.',
  noMeetings: 'Der er ingen møder.',
  told: 'De får besked',
  toldCoordinator: 'Din koordinator.',
  toldBy: (name: string): string => `${name}.`,
  toldOtherwise: (name: string): string =>
    `${name}. De får ikke mails. Koordinatoren må ringe eller skrive til dem.`,
  received: 'De har allerede fået planen. Det kan ikke kaldes tilbage',
  version: (name: string, version: number): string => `${name}: version ${version}.`,
  underWay: (name: string, version: number): string =>
    `${name}: version ${version} er på vej. Den bliver holdt tilbage, hvis den ikke er sendt.`,
  receivedNothing: 'Ingen har fået planen.',
  after: 'Bagefter',
  afterText:
    'Der bliver ikke delt mere, og du får ingen påmindelser. Fortryder du, så sig det til koordinatoren. Så bliver du spurgt om det hele forfra.',
  words: 'Vil du skrive hvorfor? Det behøver du ikke.',
  confirm: 'Ja, afslut hele forløbet',
  back: 'Nej, gå tilbage',
  receiptTitle: 'Forløbet er slut',
  receipt: (when: string): string =>
    `Du afsluttede forløbet ${when}. Fra det øjeblik kan ingen af dem, du havde givet lov, se noget. Din koordinator får besked.`,
  toPlan: 'Gå til planen',
};

const en: typeof da = {
  link: 'End the whole course',
  title: 'End the whole course',
  lead: 'It is for you to decide whether you take part. Here you see what happens if you say stop.',
  sees: 'They will not see anything any more',
  seesNobody: 'Nobody else can see anything today.',
  keeps:
    'Your coordinator and the coordinator’s leader still see the plan, since the law has it kept. They may use it for nothing else.',
  meetings: 'Meetings that are cancelled',
  meeting: (when: string): string => `The meeting ${when}.`,
  unfixedMeeting: 'A meeting for which no time was found yet.',
  noMeetings: 'There are no meetings.',
  told: 'They are told',
  toldCoordinator: 'Your coordinator.',
  toldBy: (name: string): string => `${name}.`,
  toldOtherwise: (name: string): string => `${name}. They get no mail. The coordinator has to call or write.`,
  received: 'They have got the plan already. It cannot be called back',
  version: (name: string, version: number): string => `${name}: version ${version}.`,
  underWay: (name: string, version: number): string =>
    `${name}: version ${version} is on its way. It is held back if it has not been sent.`,
  receivedNothing: 'Nobody has got the plan.',
  after: 'Afterwards',
  afterText:
    'Nothing more is shared, and you get no reminders. If you change your mind, tell the coordinator. Then you are asked about everything anew.',
  words: 'Do you want to write why? You need not.',
  confirm: 'Yes, end the whole course',
  back: 'No, go back',
  receiptTitle: 'The course has ended',
  receipt: (when: string): string =>
    `You ended the course ${when}. From that moment nobody whom you had let see anything sees anything. Your coordinator is told.`,
  toPlan: 'Go to the plan',
};

export const ENDING_WORDS: Catalogue<typeof da> = { da, en };
