import { castId } from './cast-id.js';
import type { CastOrganisation } from './cast.types.js';

/** The municipality and region in which most of the test citizens live. */
const MUNICIPALITY_CODE = '0219';
const REGION_CODE = 'DK-84';

/** Each organisation with the one above it and whoever leads it. */
const ORGANISATIONS = {
  region: { kind: 'region', name: 'Testregionen', parent: null, leader: null, cvr: '99000007' },
  psychiatry: {
    kind: 'department',
    name: 'Testregionens Psykiatri, Ambulatorium Nord',
    parent: 'region',
    leader: 'ibis',
  },
  municipality: {
    kind: 'municipality',
    name: 'Testkøbing Kommune',
    parent: null,
    leader: null,
    cvr: '99000015',
  },
  adultServices: {
    kind: 'department',
    name: 'Testkøbing Kommune, Voksenstøtte',
    parent: 'municipality',
    leader: 'hejre',
  },
  substanceCentre: {
    kind: 'department',
    name: 'Testkøbing Rusmiddelcenter',
    parent: 'municipality',
    leader: 'falk',
  },
  socialPsychiatry: {
    kind: 'department',
    name: 'Testkøbing Socialpsykiatri',
    parent: 'municipality',
    leader: 'svane',
  },
  jobCentre: { kind: 'department', name: 'Testkøbing Jobcenter', parent: 'municipality', leader: 'trane' },
  housingSupport: {
    kind: 'department',
    name: 'Testkøbing Bostøtte',
    parent: 'municipality',
    leader: 'stork',
  },
  school: { kind: 'department', name: 'Testkøbing Skole', parent: 'municipality', leader: 'jernspurv' },
  educationalPsychology: {
    kind: 'department',
    name: 'Testkøbing Pædagogisk-Psykologisk Rådgivning',
    parent: 'municipality',
    leader: 'jernspurv',
  },
  gpPractice: {
    kind: 'provider',
    name: 'Lægehuset Testtorvet',
    parent: null,
    leader: null,
    cvr: '99000023',
  },
  probation: {
    kind: 'stateAuthority',
    name: 'Kriminalforsorgen, Testafdeling Nord',
    parent: null,
    leader: 'tårnfalk',
    cvr: '99000031',
  },
  otherAuthority: {
    kind: 'stateAuthority',
    name: 'Teststyrelsen',
    parent: null,
    leader: null,
    cvr: '99000058',
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      kind: CastOrganisation['kind'];
      name: string;
      parent: string | null;
      leader: string | null;
      cvr?: string;
    }
  >
>;

export type OrganisationName = keyof typeof ORGANISATIONS;

/** The organisations of the demonstration, each after the one above it. */
export const CAST_ORGANISATIONS: readonly CastOrganisation[] = Object.entries(ORGANISATIONS).map(
  ([name, { kind, name: title, parent, leader, ...more }]) => ({
    id: castId('organisation', name),
    kind,
    name: title,
    parentId: parent === null ? null : castId('organisation', parent),
    cvr: 'cvr' in more ? more.cvr : null,
    municipalityCode: kind === 'municipality' || parent === 'municipality' ? MUNICIPALITY_CODE : null,
    regionCode: kind === 'region' || parent === 'region' ? REGION_CODE : null,
    leaderPersonId: leader === null ? null : castId('person', leader),
  }),
);

/** The id of an organisation of the demonstration. */
export function organisationId(name: OrganisationName): string {
  return castId('organisation', name);
}

/** The CVR number of an organisation, or of the one above it that has one. */
export function cvrOf(id: string): string | null {
  const found = CAST_ORGANISATIONS.find((organisation) => organisation.id === id);
  if (found === undefined) return null;
  return found.cvr ?? (found.parentId === null ? null : cvrOf(found.parentId));
}
