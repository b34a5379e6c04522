import { describe, expect, it } from '@jest/globals';
import { TokenRefused } from '../identity-errors.js';
import { isAtLeast } from './assurance.js';
import { type ClaimMapping, claimMappingSchema } from './claim-mapping.js';
import type { Claims } from './claim-value.js';
import { bearerClaims, personClaims } from './read-claims.js';

const mapping = (over: object = {}): ClaimMapping => claimMappingSchema.parse(over);

/** What a broker of MitID Erhverv says: flat names with dots, and URIs as values. */
const broker = mapping({
  cpr: 'dk.cpr',
  cvr: 'nemlogin.cvr',
  employee: 'nemlogin.persistent_professional_id',
  assurance: { claim: 'loa' },
});
/** What an identity provider of an authority says: nested, with names of its own, and URIs as names. */
const authority = mapping({
  subject: 'https://testkoebing.example/claims/id',
  cvr: 'https://data.gov.dk/model/core/eid/professional/cvr',
  roles: 'realm.access.roles',
  roleNames: { coordinator: ['KIPLAN_KOORDINATOR', 'KIPLAN_TOVHOLDER'], teamLeader: [] },
  assurance: { claim: 'acr', low: ['1'], substantial: ['2', '3'], high: ['4'] },
  machine: { claim: 'idtyp', value: 'app' },
});

describe('what a provider says of a person', () => {
  it('is read from claims whose names contain dots', () => {
    const claims = {
      sub: 'abc',
      'dk.cpr': '0504909995',
      'nemlogin.cvr': '99000015',
      'nemlogin.persistent_professional_id': 'e-1',
      loa: 'https://data.gov.dk/concept/core/nsis/Substantial',
      auth_time: 1_803_891_600,
    };
    expect(personClaims(claims, broker)).toEqual({
      kind: 'person',
      subject: 'abc',
      cpr: '0504909995',
      cvr: '99000015',
      employee: 'e-1',
      roles: null,
      assurance: 'substantial',
      signedInAt: '2027-03-01T09:00:00.000Z',
      organisationAsked: true,
    });
  });

  it.each(['2027', -1, Number.NaN, 1e15, {}])('is refused if the time of the sign-in is %p', (time) => {
    expect(() => personClaims({ sub: 'abc', auth_time: time }, broker)).toThrow(TokenRefused);
  });

  it('is read from nested claims and from claims whose names are URIs', () => {
    const claims = {
      'https://testkoebing.example/claims/id': 'abc',
      'https://data.gov.dk/model/core/eid/professional/cvr': ' 99000015 ',
      realm: { access: { roles: ['offline_access', 'KIPLAN_TOVHOLDER', 'teamLeader', 'administrator'] } },
      acr: '3',
    };
    expect(personClaims(claims, authority)).toMatchObject({
      subject: 'abc',
      cvr: '99000015',
      // A role whose names are given is known by them alone; one without is called as here.
      roles: ['coordinator', 'administrator'],
      assurance: 'substantial',
    });
  });

  it.each([
    ['no level', {}],
    ['a level that is not known', { loa: 'very sure' }],
    ['a level of another kind', { loa: 'https://data.gov.dk/concept/core/nsis/substantial' }],
  ])('tells no assurance with %s', (_what, claims) => {
    expect(personClaims({ sub: 'abc', ...claims }, broker).assurance).toBeNull();
  });

  it.each<[string, Claims, ClaimMapping]>([
    ['no subject', { loa: 'x' }, broker],
    ['an empty subject', { sub: ' ' }, broker],
    ['a subject that is no text', { sub: 7 }, broker],
    ['a number that is no text', { sub: 'a', 'dk.cpr': 504909995 }, broker],
    ['an organisation that is a list', { sub: 'a', 'nemlogin.cvr': ['1', '2'] }, broker],
    [
      'roles that are no words',
      { 'https://testkoebing.example/claims/id': 'a', realm: { access: { roles: [1] } } },
      authority,
    ],
    ['a level that is a list', { sub: 'a', loa: [] }, broker],
    ['a subject of ten thousand letters', { sub: 'a'.repeat(10_000) }, broker],
  ])('is refused with %s', (_what, claims, by) => {
    expect(() => personClaims(claims, by)).toThrow(TokenRefused);
  });

  it('is not read from what every object has', () => {
    expect(() => personClaims({ sub: 'a' }, mapping({ subject: 'constructor.name' }))).toThrow(TokenRefused);
    expect(() => personClaims({ sub: 'a' }, mapping({ subject: 'sub.length' }))).toThrow(TokenRefused);
  });
});

describe('a machine', () => {
  it('is known by being its own subject, and by scopes that are ours', () => {
    const claims = { sub: 'import', client_id: 'import', scope: 'openid register.read plans.write' };
    expect(bearerClaims(claims, broker)).toEqual({
      kind: 'client',
      clientId: 'import',
      scopes: ['register.read'],
    });
  });

  it('is known by having no subject, and by the other name of its id', () => {
    expect(bearerClaims({ azp: 'import', scope: ['register.write'] }, broker)).toEqual({
      kind: 'client',
      clientId: 'import',
      scopes: ['register.write'],
    });
  });

  it("is known by the provider's own mark, where it has one", () => {
    const claims = { sub: 'service-account-7', client_id: 'import', idtyp: 'app' };
    expect(bearerClaims(claims, authority)).toMatchObject({ kind: 'client', clientId: 'import' });
  });

  it('is not who signed in with its help', () => {
    const claims = { sub: 'abc', client_id: 'import', scope: 'register.write' };
    expect(bearerClaims(claims, broker)).toMatchObject({ kind: 'person', subject: 'abc' });
  });
});

describe('assurance', () => {
  it.each([
    ['high', 'substantial', true],
    ['substantial', 'substantial', true],
    ['low', 'substantial', false],
    [null, 'low', false],
  ] as const)('%s against %s: %s', (level, least, enough) => {
    expect(isAtLeast(level, least)).toBe(enough);
  });
});
