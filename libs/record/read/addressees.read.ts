import type { Channel } from '../../domain/participants/participant.types.js';
import type { MailLanguage } from '../../mail/index.js';
import type { ContactBook } from '../../persistence/contact-details/contact-book.js';
import type { ContactDetails } from '../../persistence/contact-details/contact-details.js';
import type { Queryable } from '../../persistence/queryable.js';

/** What is needed of a person to write to them. */
export interface Addressee extends ContactDetails {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: MailLanguage;
  readonly channel: Channel;
  readonly protectedIdentity: boolean;
  /** Whether they can sign in: by a sign-in of their own, a CPR number, or since they work with us. */
  readonly signsIn: boolean;
  /** Whether the register has their death. */
  readonly deceased: boolean;
}

/** The person with this id, or null. */
export async function addresseeOf(
  source: Queryable,
  contacts: ContactBook,
  personId: string,
): Promise<Addressee | null> {
  const rows = await source.query<Omit<Addressee, keyof ContactDetails>[]>(
    `SELECT id AS "personId", given_name AS "givenName", family_name AS "familyName", language, channel,
       protected_identity AS "protectedIdentity",
       subject IS NOT NULL OR cardinality(organisation_roles) > 0
         OR EXISTS (SELECT FROM citizens c WHERE c.person_id = people.id) AS "signsIn",
       deceased_at IS NOT NULL AS deceased
     FROM people WHERE id = $1`,
    [personId],
  );
  const [person] = rows;
  return person === undefined ? null : { ...person, ...(await contacts.of(source, personId)) };
}
