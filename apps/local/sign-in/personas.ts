import testCitizens from '../../../libs/test-citizens/test-citizens.json' with { type: 'json' };
import type { OrganisationRole } from '../../../libs/domain/plan/actor.js';
import { castId } from '../demonstration/cast-id.js';
import { CAST_PEOPLE, castMember, type CastName } from '../demonstration/cast.js';
import type { CastPerson } from '../demonstration/cast.types.js';
import { CAST_CUSTODY_HOLDERS, CAST_CITIZENS, CAST_RELATIVES } from '../demonstration/citizens.js';
import { CAST_ORGANISATIONS } from '../demonstration/organisations.js';
import { CAST_STAFF } from '../demonstration/staff.js';
import { CLAIM, LEVEL } from './local-claims.js';
import { claimsOf, subjectOf } from './persona-claims.js';
import type { Persona, PersonaGroup } from './persona.types.js';

const ROLE_WORDS: Readonly<Record<OrganisationRole, string>> = {
  practitioner: 'fagperson',
  coordinator: 'koordinator',
  teamLeader: 'teamleder',
  programmeLead: 'programleder',
  administrator: 'administrator',
  auditor: 'revisor',
};

/** Born later than this, nobody has a MitID yet (it is given from the age of 13). */
const YOUNGEST = '2013-11-25';

const castNames = new Set(CAST_PEOPLE.map(fullName));

/** Everybody whom one can sign in as. */
export const PERSONAS: readonly Persona[] = [
  ...CAST_STAFF.map(staffPersona),
  weaklySignedIn('ravn'),
  ...CAST_CITIZENS.map((person) => privatePersona(person, 'citizen', 'borger')),
  ...CAST_CUSTODY_HOLDERS.map((person) => privatePersona(person, 'citizen', 'forældremyndighed')),
  ...CAST_RELATIVES.map((person) => privatePersona(person, 'relative', 'pårørende')),
  ...unregistered(),
];

/** The persona of somebody of the cast. */
export function personaOf(name: CastName): Persona {
  const subject = subjectOf(castMember(name));
  const found = PERSONAS.find((persona) => persona.subject === subject);
  if (found === undefined) throw new Error(`Nobody can sign in as ${name}.`);
  return found;
}

/** Personas who are called so: by short name, by family name, or by the whole name. */
export function personasCalled(name: string): readonly Persona[] {
  const wanted = name.trim().toLowerCase();
  const named = PERSONAS.filter(({ calledAs }) => calledAs === wanted);
  if (named.length > 0) return named;
  return PERSONAS.filter((persona) =>
    [persona.familyName, fullName(persona)].some((one) => one.toLowerCase() === wanted),
  );
}

function staffPersona(person: CastPerson): Persona {
  const organisation = CAST_ORGANISATIONS.find(({ id }) => id === person.organisationId)?.name ?? '';
  const roles = person.organisationRoles.map((role) => ROLE_WORDS[role]).join(', ');
  return {
    subject: subjectOf(person),
    calledAs: person.calledAs.toLowerCase(),
    givenName: person.givenName,
    familyName: person.familyName,
    about: `${roles}, ${organisation}`,
    group: staffGroup(person),
    claims: claimsOf(person),
  };
}

function staffGroup({ organisationRoles }: CastPerson): PersonaGroup {
  if (organisationRoles.includes('coordinator')) return 'coordinator';
  return organisationRoles.every((role) => role === 'practitioner') ? 'practitioner' : 'leader';
}

/** Somebody who signed in, but less surely than is asked for. */
function weaklySignedIn(name: CastName): Persona {
  const person = castMember(name);
  const persona = staffPersona(person);
  return {
    ...persona,
    subject: castId('subject', person.id, 'low'),
    calledAs: `${persona.calledAs}-lav`,
    about: `${persona.about}; logger på med lavt sikringsniveau og bliver afvist`,
    group: 'other',
    claims: claimsOf(person, 'low'),
  };
}

function privatePersona(person: CastPerson, group: PersonaGroup, who: string): Persona {
  return {
    subject: subjectOf(person),
    calledAs: person.calledAs.toLowerCase(),
    givenName: person.givenName,
    familyName: person.familyName,
    about: who,
    group,
    claims: claimsOf(person),
  };
}

/** The other public test persons: known to the provider, and here once somebody has registered them. */
function unregistered(): Persona[] {
  return testCitizens.people
    .filter((person) => person.birthDate <= YOUNGEST && !('deceased' in person))
    .map(({ id, cpr, given, family }) => ({
      subject: castId('subject', 'test person', id),
      calledAs: id.toLowerCase(),
      givenName: given.join(' '),
      familyName: family,
      about: 'ikke oprettet på forhånd',
      group: 'other' as const,
      claims: { [CLAIM.assurance]: LEVEL.substantial, [CLAIM.cpr]: cpr },
    }))
    .filter((persona) => !castNames.has(fullName(persona)));
}

function fullName({ givenName, familyName }: Pick<Persona, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`;
}
