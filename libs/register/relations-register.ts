import { z } from 'zod';
import type { Queryable } from '../persistence/queryable.js';
import { CustodyRegister, type SaidRelation } from '../record/custody-register.js';

/** Relations as lists of test persons have them (HL7 RoleCode: mother, father, guardian). */
export const relationsSchema = z.object({
  people: z.array(z.object({ id: z.string(), cpr: z.string() })),
  relations: z.array(z.object({ person: z.string(), of: z.string(), codes: z.array(z.string()) })),
});
export type Relations = z.output<typeof relationsSchema>;

const CODES: Readonly<Record<SaidRelation['role'], readonly string[]>> = {
  custodyHolder: ['MTH', 'FTH'],
  guardian: ['GUARD'],
};

/** Relations from a list, for a local set-up and tests: of the numbers only the keyed hashes are kept. */
export class RelationsRegister extends CustodyRegister {
  /** By role: which person is it of which citizen, both as hashes. */
  readonly #known: ReadonlySet<string>;

  constructor(hash: (text: string) => Buffer, { people, relations }: Relations) {
    super();
    const numbers = new Map(people.map(({ id, cpr }) => [id, hash(cpr).toString('hex')]));
    const roles = Object.keys(CODES) as SaidRelation['role'][];
    this.#known = new Set(
      relations.flatMap(({ person, of, codes }) => {
        const [theirs, citizens] = [numbers.get(person), numbers.get(of)];
        if (theirs === undefined || citizens === undefined) return [];
        return roles
          .filter((role) => codes.some((code) => CODES[role].includes(code)))
          .map((role) => `${role} ${theirs} ${citizens}`);
      }),
    );
  }

  async says(source: Queryable, { citizenPersonId, personId, role }: SaidRelation): Promise<boolean> {
    const rows = await source.query<{ personId: string; hash: string }[]>(
      `SELECT person_id AS "personId", encode(cpr_hash, 'hex') AS hash FROM citizens WHERE person_id = ANY ($1)`,
      [[citizenPersonId, personId]],
    );
    const numbers = new Map(rows.map((row) => [row.personId, row.hash]));
    const [theirs, citizens] = [numbers.get(personId), numbers.get(citizenPersonId)];
    return theirs !== undefined && citizens !== undefined && this.#known.has(`${role} ${theirs} ${citizens}`);
  }
}
