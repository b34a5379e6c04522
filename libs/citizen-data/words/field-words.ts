import { copenhagenDate, copenhagenTime, isInstant, isLocalDate } from '../../domain/calendar/index.js';
import * as codes from './code-words.js';

/** The parts of events that people read, in the order in which they are told, each with its name. */
const LABELS: Readonly<Record<string, string>> = {
  title: 'Titel',
  content: 'Tekst',
  minutes: 'Referat',
  items: 'Dagsorden',
  words: 'Ønske',
  section: 'Afsnit',
  kind: 'Art',
  role: 'Rolle',
  status: 'Status',
  outcome: 'Resultat',
  answer: 'Svar',
  answers: 'Svar på tidspunkter',
  response: 'Svar',
  decision: 'Vurdering',
  basis: 'Hjemmel',
  manner: 'Måde',
  recordedBy: 'Noteret af',
  givenBy: 'Givet af',
  wordingVersion: 'Ordlyd',
  kinds: 'Oplysninger',
  keep: 'Gælder stadig for',
  grants: 'Samtykke til',
  orders: 'Sendt til',
  attendance: 'Fremmøde',
  participantId: 'Hvem',
  participantIds: 'Hvem',
  personId: 'Hvem',
  formerPersonId: 'I stedet for',
  citizenPersonId: 'Borger',
  coordinatorPersonId: 'Koordinator',
  successorPersonId: 'Ny koordinator',
  deputyPersonId: 'Stedfortræder',
  helperPersonId: 'Hjælper',
  authorPersonId: 'Skrevet af',
  responsibleParticipantId: 'Ansvarlig',
  chairParticipantId: 'Mødeleder',
  approverIds: 'Skal godkende',
  missing: 'Mangler',
  gaps: 'Svarede ikke',
  channel: 'Nås ved',
  citizenChannel: 'Nås ved',
  mode: 'Form',
  place: 'Sted',
  from: 'Fra',
  to: 'Til',
  until: 'Indtil',
  deadline: 'Frist',
  answerBy: 'Svarfrist',
  respondBy: 'Svarfrist',
  dueDate: 'Dato',
  dueOn: 'Dato',
  nextOn: 'Næste gang',
  intervalMonths: 'Måneder imellem',
  priority: 'Prioritet',
  version: 'Version',
  revision: 'Udgave',
  cycle: 'Nummer',
  late: 'For sent',
  binding: 'Bindende',
  how: 'Hvordan',
  citizenTold: 'Borgeren har fået det at vide',
  notToldBecause: 'Hvorfor ikke',
  extent: 'Omfang',
  grounds: 'Grundlag',
  courseType: 'Forløb',
  cluster: 'Klynge',
  municipalityCode: 'Kommune',
  department: 'Afdeling',
  number: 'Nummer',
  minutesSpent: 'Minutter brugt',
  reason: 'Begrundelse',
  note: 'Bemærkning',
  withoutCitizenReason: 'Hvorfor uden borgeren',
  existingPlans: 'Planer',
  goals: 'Mål',
  interventions: 'Indsatser',
  appointments: 'Aftaler',
  text: 'Tekst',
  options: 'Tidspunkter',
  at: 'Tid',
};

/** Codes by the field in which they stand; of several fields of one name the tables are tried one after another. */
const CODES: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  section: [codes.SECTIONS],
  kind: [
    codes.MEETING_KINDS,
    codes.REQUEST_KINDS,
    codes.TASK_KINDS,
    codes.GATHERING_ANSWERS,
    codes.NOTICE_KINDS,
  ],
  role: [codes.ROLES],
  missing: [codes.ROLES],
  status: [codes.GOAL_STATUSES, codes.DELIVERY_STATUSES, codes.CONSENT_STATUSES],
  outcome: [
    codes.AGREEMENT_OUTCOMES,
    codes.FOLLOW_UP_OUTCOMES,
    codes.ATTEMPT_OUTCOMES,
    codes.NOTICE_STATUSES,
  ],
  answer: [codes.REQUEST_ANSWERS, codes.GATHERING_ANSWERS, { yes: 'Ja', no: 'Nej' }],
  answers: [codes.OPTION_ANSWERS],
  response: [codes.RESPONSES],
  decision: [{ confirmed: 'Passer', dismissed: 'Passer ikke' }],
  basis: [codes.CONSENT_BASES, codes.STATUTORY_BASES],
  manner: [codes.CONSENT_MANNERS],
  givenBy: [codes.GIVERS],
  channel: [codes.CHANNELS],
  citizenChannel: [codes.CHANNELS],
  mode: [codes.MEETING_MODES, codes.ATTENDANCE_MODES],
  how: [codes.TASK_ENDS],
  grounds: [codes.GROUNDS],
  courseType: [codes.COURSE_TYPES],
  reason: [codes.END_REASONS, codes.HOLD_REASONS],
  note: [codes.DELIVERY_NOTES],
};

/** Who somebody is to whom an id refers, in words; null for an id of something else. */
export type NameOf = (id: string) => string | null;

/** A part of what was written, with its name. */
export interface ToldField {
  readonly label: string;
  readonly value: string;
}

/** What of an event is told to people: words, codes in words, names for ids, times in Danish time. */
export function toldFields(content: Readonly<Record<string, unknown>>, nameOf: NameOf): ToldField[] {
  return Object.entries(LABELS).flatMap(([field, label]) => {
    const value = content[field];
    const told = value === undefined || value === null ? '' : toldValue(field, value, nameOf);
    return told === '' ? [] : [{ label, value: told }];
  });
}

function toldValue(field: string, value: unknown, nameOf: NameOf): string {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return toldText(field, value, nameOf);
  if (Array.isArray(value)) {
    const separator = value.some((one) => typeof one === 'object') ? '; ' : ', ';
    return value.map((one) => toldValue(field, one, nameOf)).join(separator);
  }
  if (typeof value !== 'object' || value === null) return '';
  const parts = value as Readonly<Record<string, unknown>>;
  if (field === 'answers') {
    return Object.values(parts)
      .map((one) => toldValue(field, one, nameOf))
      .join(', ');
  }
  return toldFields(parts, nameOf)
    .map(({ label, value: told }) => `${label}: ${told}`)
    .join(', ');
}

function toldText(field: string, text: string, nameOf: NameOf): string {
  const code = CODES[field]?.map((table) => (Object.hasOwn(table, text) ? table[text] : undefined));
  const words = code?.find((one) => one !== undefined);
  if (words !== undefined) return words;
  if (['kinds', 'keep'].includes(field)) return nameOf(text) ?? text;
  if (isInstant(text)) return danishTime(text);
  if (isLocalDate(text)) return danishDate(text);
  if (/Ids?$/.test(field) || ['gaps', 'recordedBy'].includes(field)) return nameOf(text) ?? '';
  return text;
}

/** A day as 1.3.2027. */
export function danishDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  return `${Number(day)}.${Number(month)}.${year}`;
}

/** An instant in Danish time as 1.3.2027 kl. 10.00. */
export function danishTime(instant: string): string {
  return `${danishDate(copenhagenDate(instant))} kl. ${copenhagenTime(instant).replace(':', '.')}`;
}
