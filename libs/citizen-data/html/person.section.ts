import { writtenAddress } from '../../mail/mail-address.js';
import type { AccessLogItem } from '../../reading/access-log.reading.js';
import type { PersonData } from '../../reading/citizen-data/citizen-data.types.js';
import type { FormerDetails } from '../../register/person-revisions.js';
import { CHANNELS, ORGANISATION_ROLES, PLAN_ROLES } from '../words/code-words.js';
import { danishDate, danishTime } from '../words/field-words.js';
import { operationWords } from '../words/operation-words.js';
import type { Html } from './html.js';
import type { Names } from './names.js';
import { facts, section, table } from './page-parts.js';

/** What the register has of the person, what was corrected, and who looked. */
export function personSection({ person, corrections, accessLog }: PersonData, names: Names): Html[] {
  return [
    section(2, 'Om dig', [
      facts([
        ['Navn', `${person.givenName} ${person.familyName}`],
        ['CPR-nummer', person.cpr],
        ['Født', person.birthDate === null ? null : danishDate(person.birthDate)],
        ['Registreret som død', person.deceased === true ? 'Ja' : null],
        ['E-mail', person.email === null ? null : writtenAddress(person.email)],
        ['Telefon', person.telephone],
        ['Adresse', person.address],
        ['Sprog', person.language === 'da' ? 'Dansk' : 'Engelsk'],
        ['Nås ved', CHANNELS[person.channel]],
        ['Navne- og adressebeskyttelse', person.protectedIdentity ? 'Ja' : 'Nej'],
        ['Arbejder hos', person.organisationName],
        ['Roller', person.organisationRoles.map((role) => ORGANISATION_ROLES[role]).join(', ')],
        ['Oprettet', danishTime(person.registeredAt)],
      ]),
      section(
        3,
        'Hvad der er rettet',
        table(
          'Rettelser, den nyeste først',
          ['Hvornår', 'Af hvem', 'Hvad der stod før'],
          corrections.map(({ at, byPersonId, before }) => [
            danishTime(at),
            names.person(byPersonId),
            formerWords(before),
          ]),
        ),
      ),
      section(3, 'Hvem har set eller rettet dette', accessTable(accessLog)),
    ]),
  ];
}

/** Who looked, changed something, or tried to. */
export function accessTable(log: readonly AccessLogItem[]): Html {
  return table(
    'Den ældste først',
    ['Hvornår', 'Hvem', 'Hvad', 'Må de det?'],
    log.map(({ at, actorKind, name, organisationName, roles, operation, allowed, inList }) => [
      danishTime(at),
      actorKind === 'person' ? who(name, organisationName, roles) : 'Systemet',
      `${operationWords(operation)}${inList ? ' (planen stod på en liste)' : ''}`,
      allowed ? 'Ja' : 'Nej, det blev afvist',
    ]),
  );
}

function who(name: string | null, organisation: string | null, roles: readonly string[]): string {
  const words: Readonly<Record<string, string>> = {
    ...ORGANISATION_ROLES,
    ...PLAN_ROLES,
    self: 'personen selv',
    coordinatorOfParticipant: 'koordinator',
  };
  const told = roles.map((role) => words[role] ?? role).join(', ');
  const named = [name ?? 'Navnet er beskyttet', organisation].filter((one) => one !== null).join(', ');
  return told === '' ? named : `${named} (${told})`;
}

const FORMER: Readonly<Record<keyof FormerDetails, string>> = {
  givenName: 'Fornavn',
  familyName: 'Efternavn',
  email: 'E-mail',
  telephone: 'Telefon',
  address: 'Adresse',
  language: 'Sprog',
  channel: 'Nås ved',
  protectedIdentity: 'Navne- og adressebeskyttelse',
  organisationId: 'Organisation',
  organisationRoles: 'Roller',
  cpr: 'Nummer',
  birthDate: 'Født',
  deceased: 'Registreret som død',
};

function formerWords(before: FormerDetails): string {
  return (Object.keys(FORMER) as (keyof FormerDetails)[])
    .filter((field) => before[field] !== undefined)
    .map((field) => `${FORMER[field]}: ${formerValue(before[field] ?? null)}`)
    .join('; ');
}

function formerValue(value: FormerDetails[keyof FormerDetails] | null): string {
  if (value === null || value === '') return 'intet';
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
