import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import testCitizens from '../test-citizens/test-citizens.json' with { type: 'json' };
import type { Queryable } from '../persistence/queryable.js';
import type { SaidRelation } from '../record/custody-register.js';
import { RelationsRegister, relationsSchema } from './relations-register.js';

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
const register = new RelationsRegister(hash, relationsSchema.parse(testCitizens));

/** A register of people in which everybody's id is their name in the list. */
const citizens: Queryable = {
  query: <T>(_sql: string, [ids]: unknown[] = []) =>
    Promise.resolve(
      testCitizens.people
        .filter(({ id }) => (ids as string[]).includes(id))
        .map(({ id, cpr }) => ({ personId: id, hash: hash(cpr).toString('hex') })) as T,
    ),
};

const says = (citizenPersonId: string, personId: string, role: SaidRelation['role']): Promise<boolean> =>
  register.says(citizens, { citizenPersonId, personId, role });

describe('relations from a list', () => {
  it.each([
    ['Magnus', 'Lonni', 'custodyHolder', true],
    ['Magnus', 'Einer', 'custodyHolder', true],
    ['Lonni', 'Magnus', 'custodyHolder', false],
    ['Magnus', 'MayJune', 'custodyHolder', false],
    ['Magnus', 'Lonni', 'guardian', false],
    ['Sverre', 'MayJune', 'guardian', true],
    ['Magnus', 'nobody', 'custodyHolder', false],
  ] as const)('say of %s and %s as %s: %s', async (citizen, person, role, expected) => {
    expect(await says(citizen, person, role)).toBe(expected);
  });
});
