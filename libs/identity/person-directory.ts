import type { OrganisationRole } from '../domain/plan/actor.js';

/** What the register knows of somebody who signs in. */
export interface RegisteredPerson {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly roles: readonly OrganisationRole[];
}

/** Looks up in the register of people whether somebody who bears a token is known. */
export abstract class PersonDirectory {
  /** The person, or null if the register does not know them (any more). */
  abstract find(personId: string): Promise<RegisteredPerson | null>;
}
