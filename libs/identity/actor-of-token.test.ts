import { describe, expect, it } from '@jest/globals';
import { type ClaimedPart, clientActor, personActor } from './actor-of-token.js';
import { TokenRefused } from './identity-errors.js';
import type { RegisteredPerson } from './person-directory.js';

const personId = '5b3a4c1e-8a50-4a55-9a3f-2f3f51b1c001';
const organisationId = '5b3a4c1e-8a50-4a55-9a3f-2f3f51b1c002';
const coordinator: RegisteredPerson = {
  personId,
  organisationId,
  roles: ['practitioner', 'coordinator'],
  worksIn: [organisationId],
  cvrs: ['99000015'],
};
const citizen: RegisteredPerson = { personId, organisationId: null, roles: [], worksIn: [], cvrs: [] };
const claimed = (over: Partial<ClaimedPart> = {}): ClaimedPart => ({
  cvr: '99000015',
  roles: null,
  organisationAsked: true,
  ...over,
});

describe('a person who signed in', () => {
  it('has the roles of the register where the provider is not asked for any', () => {
    expect(personActor(coordinator, claimed())).toEqual({
      kind: 'person',
      personId,
      organisationId,
      organisationRoles: ['practitioner', 'coordinator'],
      worksIn: [organisationId],
    });
  });

  it('is not believed a role that the register does not confirm, and has none that is not claimed', () => {
    const actor = personActor(coordinator, claimed({ roles: ['coordinator', 'administrator'] }));
    expect(actor.organisationRoles).toEqual(['coordinator']);
    expect(personActor(coordinator, claimed({ roles: [] })).organisationRoles).toEqual([]);
  });

  it('is refused for another organisation, and anybody without one for any', () => {
    expect(() => personActor(coordinator, claimed({ cvr: '99000007' }))).toThrow(TokenRefused);
    expect(() => personActor(citizen, claimed())).toThrow(TokenRefused);
    expect(() => personActor({ ...coordinator, cvrs: [] }, claimed())).toThrow(TokenRefused);
  });

  it('who signs in as a private person has no role in an organisation', () => {
    const actor = personActor(coordinator, claimed({ cvr: null, roles: ['coordinator'] }));
    expect(actor).toEqual({
      kind: 'person',
      personId,
      organisationId: null,
      organisationRoles: [],
      worksIn: [],
    });
  });

  it('is in the registered organisation where the provider is not asked for any', () => {
    const actor = personActor(coordinator, claimed({ cvr: null, organisationAsked: false }));
    expect(actor).toMatchObject({ organisationId, organisationRoles: ['practitioner', 'coordinator'] });
  });
});

it('a machine has what it was both granted and registered for', () => {
  const registered = { clientId: 'import', organisationId, scopes: ['register.read'] as const };
  const claims = {
    kind: 'client',
    clientId: 'import',
    scopes: ['register.read', 'register.write'],
  } as const;
  expect(clientActor(registered, claims)).toEqual({
    kind: 'client',
    clientId: 'import',
    organisationId,
    scopes: ['register.read'],
  });
});
