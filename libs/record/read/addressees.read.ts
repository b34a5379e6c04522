import type { MailLanguage } from '../../mail/index.js';
import type { ReadSource } from './page.js';

/** How somebody is written to on paper. */
export interface Addressee {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly address: string | null;
  readonly telephone: string | null;
  readonly language: MailLanguage;
}

/** The person with this id, or null. */
export async function addresseeOf(source: ReadSource, personId: string): Promise<Addressee | null> {
  const rows = await source.query<Addressee[]>(
    `SELECT id AS "personId", given_name AS "givenName", family_name AS "familyName", address, telephone, language
     FROM people WHERE id = $1`,
    [personId],
  );
  return rows[0] ?? null;
}
