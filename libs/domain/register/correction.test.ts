import { describe, expect, it } from '@jest/globals';
import {
  before,
  changesOf,
  forbiddenFields,
  mayChangeProtection,
  mayChangeWork,
  mayRecordDeath,
} from './correction.rules.js';
import type { PersonCorrection, PersonDetails, Relation } from './person-details.types.js';

const details: PersonDetails = {
  givenName: 'Ellen Louise Test',
  familyName: 'Lauridsen',
  email: 'ellen.louise@kiplan.example',
  telephone: null,
  address: null,
  language: 'da',
  channel: 'mail',
  protectedIdentity: false,
  organisationId: 'centre',
  organisationRoles: ['practitioner'],
};

describe('what may be corrected', () => {
  it.each<[PersonCorrection, Relation[], string[]]>([
    [
      { email: null, telephone: '+45 99 99 10 01', address: 'Testgrusgraven 3', language: 'en' },
      ['self'],
      [],
    ],
    [{ givenName: 'Else', channel: 'letter' }, ['self'], ['givenName', 'channel']],
    [{ protectedIdentity: false }, ['self'], ['protectedIdentity']],
    [{ givenName: 'Else', email: null, channel: 'letter', protectedIdentity: true }, ['coordinator'], []],
    [{ givenName: 'Else', email: null, channel: 'letter' }, ['coordinatorOfParticipant'], []],
    [{ organisationRoles: ['teamLeader'] }, ['coordinator'], ['organisationRoles']],
    [{ organisationId: null }, ['coordinatorOfParticipant'], ['organisationId']],
    [{ organisationId: null, organisationRoles: [] }, ['self'], ['organisationId', 'organisationRoles']],
    [{ organisationId: null, organisationRoles: [] }, ['teamLeader'], []],
    [{ givenName: 'Else' }, ['self', 'administrator'], []],
    [{ email: null }, [], ['email']],
    [{ email: undefined }, [], []],
  ])('%j by %j is refused in %j', (correction, relations, fields) => {
    expect(forbiddenFields(correction, relations)).toEqual(fields);
  });

  it.each<[string, PersonCorrection, Partial<PersonDetails>, Relation[], boolean]>([
    [
      'an administrator makes a team leader',
      { organisationRoles: ['teamLeader'] },
      {},
      ['administrator'],
      true,
    ],
    ['a team leader makes a coordinator', { organisationRoles: ['coordinator'] }, {}, ['teamLeader'], true],
    ['a team leader makes a team leader', { organisationRoles: ['teamLeader'] }, {}, ['teamLeader'], false],
    [
      'a team leader makes an administrator a practitioner',
      { organisationRoles: ['practitioner'] },
      { organisationRoles: ['administrator'] },
      ['teamLeader'],
      false,
    ],
    [
      'a team leader lets somebody go',
      { organisationId: null, organisationRoles: [] },
      {},
      ['teamLeader'],
      true,
    ],
    ['a team leader keeps the roles of who goes', { organisationId: null }, {}, ['teamLeader'], false],
    ['a team leader moves somebody elsewhere', { organisationId: 'other' }, {}, ['teamLeader'], false],
    ['somebody gives a role to themself', { organisationRoles: ['administrator'] }, {}, ['self'], false],
    ['nobody’s work is touched', { email: null }, {}, [], true],
  ])('of work, when %s', (_what, correction, changed, relations, permitted) => {
    expect(mayChangeWork({ ...details, ...changed }, correction, relations)).toBe(permitted);
  });

  it.each<[string, boolean, PersonCorrection, Relation[], boolean]>([
    ['given', false, { protectedIdentity: true }, ['coordinatorOfParticipant'], true],
    ['repeated', true, { protectedIdentity: true }, ['coordinatorOfParticipant'], true],
    ['left as it is', true, { email: null }, ['coordinatorOfParticipant'], true],
    ['lifted', true, { protectedIdentity: false }, ['coordinatorOfParticipant'], false],
    ['lifted', true, { protectedIdentity: false }, ['self', 'coordinatorOfParticipant'], false],
    ['lifted', true, { protectedIdentity: false }, ['coordinator'], true],
    ['lifted', true, { protectedIdentity: false }, ['teamLeader'], true],
    ['lifted', true, { protectedIdentity: false }, ['administrator'], true],
  ])('protection that is %s, from %j by %j of %j: %j', (_what, protectedIdentity, correction, by, may) => {
    expect(mayChangeProtection({ protectedIdentity }, correction, by)).toBe(may);
  });

  it.each<[Relation[], boolean]>([
    [['self'], false],
    [['coordinator'], true],
    [['coordinatorOfParticipant'], true],
    [['teamLeader'], true],
    [['administrator'], true],
    [[], false],
  ])('a death is recorded by %j: %s', (relations, permitted) => {
    expect(mayRecordDeath(relations)).toBe(permitted);
  });
});

describe('a correction', () => {
  it('changes what differs, and leaves what does not', () => {
    const correction = {
      email: 'ellen.louise@kiplan.example',
      telephone: '+45 99 99 10 02',
      organisationRoles: [],
    };
    const changes = changesOf(details, correction);
    expect(changes).toEqual({ telephone: '+45 99 99 10 02', organisationRoles: [] });
    expect(before(details, changes)).toEqual({ telephone: null, organisationRoles: ['practitioner'] });
  });

  it('that only repeats what is there changes nothing', () => {
    expect(changesOf(details, { ...details })).toEqual({});
    expect(changesOf(details, { email: undefined })).toEqual({});
  });
});
