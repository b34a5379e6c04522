import type { OrganisationRole } from '../domain/plan/actor.js';

/** What the register knows of somebody who signs in. */
export interface RegisteredPerson {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly roles: readonly OrganisationRole[];
  /** The organisation and those above it. */
  readonly worksIn: readonly string[];
  /** CVR numbers of the organisation and of those above it. */
  readonly cvrs: readonly string[];
}

/** Looks up in the register of people whether somebody who signs in is known. */
export abstract class PersonDirectory {
  /** The person of an id, or null if the register does not know them (any more). */
  abstract byId(personId: string): Promise<RegisteredPerson | null>;

  /** The person registered under the first of these sign-in keys that anybody is registered under. */
  abstract bySignIn(keys: readonly string[]): Promise<RegisteredPerson | null>;

  /** Notes the number with which somebody signed in, so that they and a citizen are known to be the same person. */
  abstract noteNumber(personId: string, cpr: string): Promise<void>;

  /** The citizen of a CPR number or replacement number, in any way of writing it. */
  abstract byNumber(cpr: string): Promise<RegisteredPerson | null>;
}
