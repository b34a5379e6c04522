import type { Queryable } from '../persistence/queryable.js';

/** That somebody is said to have a say for a citizen. */
export interface SaidRelation {
  readonly citizenPersonId: string;
  readonly personId: string;
  readonly role: 'custodyHolder' | 'guardian';
}

/**
 * A register that knows who holds custody and who is a guardian. Where it says so no second person is needed; where it says
 * nothing, or there is none, a second person confirms by a document.
 */
export abstract class CustodyRegister {
  /**
   * Whether the register says so. It is asked under the plan's lock: an implementation answers from a copy, and of what it
   * cannot find out now with no.
   */
  abstract says(source: Queryable, relation: SaidRelation): Promise<boolean>;
}
