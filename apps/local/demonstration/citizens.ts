import testCitizens from '../../../libs/test-citizens/test-citizens.json' with { type: 'json' };
import type { Channel } from '../../../libs/domain/participants/participant.types.js';
import { castId } from './cast-id.js';
import type { CastPerson } from './cast.types.js';

/** Citizens with a plan of their own, by their name among the public test persons. */
const CITIZENS = {
  anders: 'AndersJensen',
  brita: 'BritaBerggren',
  magnus: 'Magnus',
  gitte: 'GitteNancy',
} as const;

/** Those who hold custody of one of them. They sign in as citizens do, by their own number. */
const CUSTODY_HOLDERS = { kirsten: 'KirstenBerggren' } as const;

/** Relatives and others at the citizen's side. They come without a CPR number: nobody needs it. */
const AT_THEIR_SIDE = {
  mayJune: 'MayJune',
  schwendlund: 'Schwendlund',
  lonni: 'Lonni',
} as const;

/** Who of them can't be reached by mail. */
const CHANNELS: Readonly<Partial<Record<CitizenName, Channel>>> = { schwendlund: 'letter' };

export type CitizenName = keyof typeof CITIZENS | keyof typeof CUSTODY_HOLDERS | keyof typeof AT_THEIR_SIDE;

/** The citizens of the demonstration. */
export const CAST_CITIZENS: readonly CastPerson[] = withNumbers(CITIZENS);

/** Those who hold custody of a child among them. */
export const CAST_CUSTODY_HOLDERS: readonly CastPerson[] = withNumbers(CUSTODY_HOLDERS);

/** Their relatives and lay supporters. */
export const CAST_RELATIVES: readonly CastPerson[] = Object.entries(AT_THEIR_SIDE).map(([name, id]) =>
  person(name as CitizenName, id),
);

function withNumbers(people: Readonly<Record<string, string>>): CastPerson[] {
  return Object.entries(people).map(([name, id]) => ({
    ...person(name as CitizenName, id),
    cpr: testPerson(id).cpr,
  }));
}

function person(name: CitizenName, testPersonId: string): CastPerson {
  const { given, family, addressLine, postalCode } = testPerson(testPersonId);
  const channel = CHANNELS[name] ?? 'mail';
  return {
    id: castId('person', name),
    calledAs: name,
    givenName: given.join(' '),
    familyName: family,
    email: channel === 'mail' ? `${name.toLowerCase()}@borger.example` : null,
    telephone: '+45 00 00 00 01',
    address: `${addressLine ?? ''}, ${postalCode ?? ''}`,
    channel,
    organisationId: null,
    organisationRoles: [],
    cpr: null,
  };
}

function testPerson(id: string): (typeof testCitizens.people)[number] {
  const found = testCitizens.people.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no test person ${id}.`);
  return found;
}
