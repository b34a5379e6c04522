import type { OrganisationRole } from '../../../libs/domain/plan/actor.js';
import { castId } from './cast-id.js';
import type { CastPerson } from './cast.types.js';
import { organisationId, type OrganisationName } from './organisations.js';

type Position = readonly [title: string, organisation: OrganisationName, roles: readonly OrganisationRole[]];

const PRACTITIONER: readonly OrganisationRole[] = ['practitioner'];
const COORDINATOR: readonly OrganisationRole[] = ['practitioner', 'coordinator'];
const TEAM_LEADER: readonly OrganisationRole[] = ['practitioner', 'teamLeader'];

/**
 * Everyone who works somewhere, by surname. Nobody is called like this: every given name is "Test" and a title, one that
 * does not tell what somebody works with, since mails are addressed to it.
 */
const STAFF = {
  ravn: ['Koordinator', 'substanceCentre', COORDINATOR],
  mejse: ['Koordinator', 'housingSupport', COORDINATOR],
  rørhøg: ['Koordinator', 'adultServices', COORDINATOR],
  tejst: ['Koordinator', 'adultServices', COORDINATOR],
  lærke: ['Jobkonsulent', 'jobCentre', COORDINATOR],
  gøg: ['Jobkonsulent', 'jobCentre', PRACTITIONER],
  spætte: ['Jobkonsulent', 'jobCentre', PRACTITIONER],
  svale: ['Sygeplejerske', 'psychiatry', PRACTITIONER],
  ugle: ['Læge', 'psychiatry', PRACTITIONER],
  due: ['Sygeplejerske', 'psychiatry', PRACTITIONER],
  spurv: ['Rådgiver', 'substanceCentre', PRACTITIONER],
  bogfinke: ['Rådgiver', 'substanceCentre', PRACTITIONER],
  gærdesmutte: ['Støtteperson', 'housingSupport', PRACTITIONER],
  drossel: ['Rådgiver', 'adultServices', PRACTITIONER],
  solsort: ['Kontaktperson', 'socialPsychiatry', PRACTITIONER],
  stær: ['Læge', 'gpPractice', PRACTITIONER],
  vibe: ['Tilsynsførende', 'probation', PRACTITIONER],
  regnspove: ['Tilsynsførende', 'probation', PRACTITIONER],
  falk: ['Teamleder', 'substanceCentre', TEAM_LEADER],
  stork: ['Teamleder', 'housingSupport', TEAM_LEADER],
  hejre: ['Teamleder', 'adultServices', TEAM_LEADER],
  ibis: ['Leder', 'psychiatry', TEAM_LEADER],
  trane: ['Leder', 'jobCentre', TEAM_LEADER],
  svane: ['Leder', 'socialPsychiatry', TEAM_LEADER],
  tårnfalk: ['Leder', 'probation', TEAM_LEADER],
  glente: ['Programleder', 'municipality', ['programmeLead']],
  skade: ['Administrator', 'municipality', ['administrator']],
  krage: ['Revisor', 'municipality', ['auditor']],
  musvit: ['Kontaktperson', 'school', PRACTITIONER],
  nattergal: ['Rådgiver', 'educationalPsychology', PRACTITIONER],
  lom: ['Rådgiver', 'otherAuthority', PRACTITIONER],
  jernspurv: ['Leder', 'school', TEAM_LEADER],
} as const satisfies Readonly<Record<string, Position>>;

export type StaffName = keyof typeof STAFF;

/** Domains that can never exist (RFC 2606), and that tell nothing of what somebody works with. */
function mailDomain(organisation: OrganisationName): string {
  switch (organisation) {
    case 'region':
    case 'psychiatry':
      return 'testregionen.example';
    case 'gpPractice':
      return 'testtorvet.example';
    case 'probation':
      return 'testafdeling.example';
    default:
      return 'testkoebing.example';
  }
}

function inAscii(name: string): string {
  return name.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
}

/** Telephone numbers of staff: a block of which none is in use, numbered through. */
function telephone(index: number): string {
  return `+45 00 00 01 ${String(index + 1).padStart(2, '0')}`;
}

/** The staff of the demonstration. */
export const CAST_STAFF: readonly CastPerson[] = Object.entries<Position>(STAFF).map(
  ([name, [title, organisation, roles]], index) => ({
    id: castId('person', name),
    calledAs: name,
    givenName: `Test ${title}`,
    familyName: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    email: `${inAscii(name)}@${mailDomain(organisation)}`,
    telephone: telephone(index),
    address: null,
    channel: 'mail',
    organisationId: organisationId(organisation),
    organisationRoles: roles,
    cpr: null,
  }),
);
