/** What our own checks of a field expect, in words for people. The keys are the messages of the schemas. */
export const EXPECTATIONS = {
  'expected.nothing': { da: 'Feltet kendes ikke; udelad det.', en: 'The field is not known; leave it out.' },
  'expected.instant': {
    da: 'Et tidspunkt med tidszone, der findes, for eksempel 2027-03-01T09:00:00Z.',
    en: 'A point in time with zone that exists, for instance 2027-03-01T09:00:00Z.',
  },
  'expected.date': {
    da: 'En dato, der findes, for eksempel 2027-03-01.',
    en: 'A date that exists, for instance 2027-03-01.',
  },
  'expected.uuid': { da: 'Et id (UUID).', en: 'An id (UUID).' },
  'expected.code': {
    da: 'Et kort id af bogstaverne a til z, cifre og tegnene . _ : -',
    en: 'A short id of the letters a to z, digits and the signs . _ : -',
  },
  'expected.overlap': {
    da: 'Et overlaps key, som den står i listen over overlap.',
    en: 'The key of an overlap, as it stands in the list of overlaps.',
  },
  'expected.participant': {
    da: 'En deltagers id (UUID), eller citizen for borgeren.',
    en: 'The id (UUID) of a participant, or citizen for the citizen.',
  },
  'expected.kind': {
    da: 'En slags oplysning, for eksempel goals, eller existingPlans: fulgt af en deltagers id.',
    en: 'A kind of information, for instance goals, or existingPlans: followed by the id of a participant.',
  },
  'expected.something': { da: 'Mindst ét felt.', en: 'At least one field.' },
  'expected.text': { da: 'En tekst, der ikke er tom.', en: 'A text that is not empty.' },
  'expected.storableText': {
    da: 'En tekst i UTF-8 uden NUL-tegn og halve tegn.',
    en: 'A text in UTF-8 without NUL characters and halves of characters.',
  },
  'expected.oneLine': {
    da: 'En tekst på én linje, uden linjeskift og tegn, der vender læseretningen.',
    en: 'A text on one line, without line breaks and marks that turn the reading direction.',
  },
  'expected.once': {
    da: 'Højst én gang: parameteren står flere gange i adressen.',
    en: 'At most once: the parameter stands in the address several times.',
  },
  'expected.shorterText': { da: 'En kortere tekst.', en: 'A shorter text.' },
  'expected.different': { da: 'Hver værdi kun én gang.', en: 'Each value only once.' },
  'expected.municipality': {
    da: 'Koden på en af de 98 kommuner, for eksempel 0219.',
    en: 'The code of one of the 98 municipalities, for instance 0219.',
  },
  'expected.region': { da: 'En region: DK-81 til DK-85.', en: 'A region: DK-81 to DK-85.' },
  'expected.cvr': { da: 'Et CVR-nummer på otte cifre.', en: 'A CVR number of eight digits.' },
  'expected.sor': { da: 'En SOR-kode på 11 til 18 cifre.', en: 'A SOR code of 11 to 18 digits.' },
  'expected.email': { da: 'En e-mailadresse.', en: 'An e-mail address.' },
  'expected.telephone': {
    da: 'Et telefonnummer, for eksempel +45 12 34 56 78.',
    en: 'A telephone number, for instance +45 12 34 56 78.',
  },
  'expected.oneSignIn': {
    da: 'Enten subject eller employeeId, ikke begge.',
    en: 'Either subject or employeeId, not both.',
  },
  'expected.onePeriod': {
    da: 'Netop én af de nævnte enheder.',
    en: 'Exactly one of the units that are named.',
  },
  'expected.cursor': { da: 'En cursor fra et tidligere svar.', en: 'A cursor from an earlier answer.' },
  'expected.quarter': { da: 'Et kvartal, for eksempel 2027-Q1.', en: 'A quarter, for instance 2027-Q1.' },
  'expected.time': { da: 'Et klokkeslæt, for eksempel 08:00.', en: 'A time of day, for instance 08:00.' },
  'expected.pageSize': { da: 'Et tal fra 1 til 100.', en: 'A number from 1 to 100.' },
  'expected.number': { da: 'Et helt tal fra 1 og op.', en: 'A whole number from 1 on.' },
} as const;

export type Expectation = keyof typeof EXPECTATIONS;

/** Whether a schema's message is one of ours. */
export function isExpectation(message: string): message is Expectation {
  return Object.hasOwn(EXPECTATIONS, message);
}
