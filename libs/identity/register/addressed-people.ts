import type { DataSource } from 'typeorm';
import type { Language } from '../../contracts/problem.types.js';

/** How somebody who is signed in is addressed on a page. */
export interface AddressedPerson {
  readonly givenName: string;
  readonly familyName: string;
  /** The organisation that they act for; null for a private person. */
  readonly organisation: string | null;
  readonly language: Language;
}

/** Names for the head of a page. */
export class AddressedPeople {
  constructor(private readonly database: Pick<DataSource, 'query'>) {}

  /** @param organisationId The organisation that the person acts for now. */
  async find(personId: string, organisationId: string | null): Promise<AddressedPerson | null> {
    const [person] = await this.database.query<AddressedPerson[]>(
      `SELECT p.given_name AS "givenName", p.family_name AS "familyName", p.language,
         (SELECT name FROM organisations WHERE id = $2) AS organisation
       FROM people p WHERE p.id = $1`,
      [personId, organisationId],
    );
    return person ?? null;
  }
}
