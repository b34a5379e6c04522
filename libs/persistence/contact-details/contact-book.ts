import { canonicalAddress } from '../../mail/mail-address.js';
import type { Instant } from '../../domain/calendar/index.js';
import type { FieldCipher } from '../encryption/field-cipher.js';
import type { DataKey } from '../erasure/data-key.js';
import type { ErasureKeys } from '../erasure/erasure-keys.js';
import { personKeyName } from '../erasure/key-names.js';
import type { Queryable } from '../queryable.js';
import { type ContactDetails, type Introduction, NO_CONTACT_DETAILS } from './contact-details.js';

interface ContactRow {
  readonly personId: string;
  readonly content: Buffer;
}

/** Contact details of people, each encrypted under the person's own key. */
export class ContactBook {
  constructor(
    private readonly keys: ErasureKeys,
    private readonly cipher: FieldCipher,
  ) {}

  /** Writes somebody's contact details in place of those that were there, the mail address in its one form. */
  async write(source: Queryable, personId: string, details: ContactDetails, at: Instant): Promise<void> {
    const { telephone, address } = details;
    const email = details.email === null ? null : canonicalAddress(details.email);
    const key = await this.keys.ensure(source, personKeyName(personId), at);
    await source.query(
      `INSERT INTO contact_details (person_id, content, email_hash) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO UPDATE SET content = EXCLUDED.content, email_hash = EXCLUDED.email_hash`,
      [
        personId,
        key.encrypt(JSON.stringify({ email, telephone, address }), PLACE),
        email === null ? null : this.hashOf(email),
      ],
    );
  }

  /** The contact details of these people that the source lets be seen; whoever is missing has none to show. */
  async read(source: Queryable, personIds: readonly string[]): Promise<ReadonlyMap<string, ContactDetails>> {
    const rows = await source.query<ContactRow[]>(
      'SELECT person_id AS "personId", content FROM contact_details WHERE person_id = ANY ($1)',
      [[...new Set(personIds)]],
    );
    // The empty name makes it more than one that is asked for, so that a destroyed key is left out and not refused.
    const keys = await this.keys.findAll(source, [
      '',
      ...rows.map(({ personId }) => personKeyName(personId)),
    ]);
    return new Map(
      rows.flatMap((row): [string, ContactDetails][] => {
        const key = keys.get(personKeyName(row.personId));
        return key === undefined ? [] : [[row.personId, detailsOf(row, key)]];
      }),
    );
  }

  /** Somebody's contact details, or none at all. */
  async of(source: Queryable, personId: string): Promise<ContactDetails> {
    return (await this.read(source, [personId])).get(personId) ?? NO_CONTACT_DETAILS;
  }

  /** Keeps what somebody wrote of a person whom they registered, in place of what they wrote before. */
  async introduce(
    source: Queryable,
    personId: string,
    byPersonId: string,
    { givenName, familyName, email, telephone, address }: Introduction,
    at: Instant,
  ): Promise<void> {
    const key = await this.keys.ensure(source, personKeyName(personId), at);
    const written: Introduction = { givenName, familyName, email, telephone, address };
    await source.query(
      `INSERT INTO introductions (person_id, by_person_id, content) VALUES ($1, $2, $3)
       ON CONFLICT (person_id, by_person_id) DO UPDATE SET content = EXCLUDED.content`,
      [personId, byPersonId, key.encrypt(JSON.stringify(written), INTRODUCTION)],
    );
  }

  /** What those who coordinate a plan, or did, wrote of these people. */
  async introductions(
    source: Queryable,
    planId: string,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, Introduction>> {
    if (personIds.length === 0) return new Map();
    const rows = await source.query<ContactRow[]>(
      `SELECT DISTINCT ON (i.person_id) i.person_id AS "personId", i.content FROM introductions i
       JOIN plans p ON p.id = $1
       WHERE i.person_id = ANY ($2) AND (
         i.by_person_id = p.coordinator_person_id
         OR EXISTS (SELECT FROM coordinator_periods c WHERE c.plan_id = p.id AND c.person_id = i.by_person_id)
       )
       ORDER BY i.person_id, (i.by_person_id = p.coordinator_person_id) DESC, i.by_person_id`,
      [planId, [...personIds]],
    );
    const keys = await this.keys.findAll(source, [
      '',
      ...rows.map(({ personId }) => personKeyName(personId)),
    ]);
    return new Map(
      rows.flatMap(({ personId, content }): [string, Introduction][] => {
        const key = keys.get(personKeyName(personId));
        if (key === undefined) return [];
        return [[personId, JSON.parse(key.decrypt(content, INTRODUCTION).toString('utf8')) as Introduction]];
      }),
    );
  }

  /** The people who are reached at a mail address. */
  async peopleAt(source: Queryable, email: string): Promise<string[]> {
    const rows = await source.query<{ personId: string }[]>(
      'SELECT person_id AS "personId" FROM contact_details WHERE email_hash = $1 ORDER BY person_id',
      [this.hashOf(email)],
    );
    return rows.map(({ personId }) => personId);
  }

  private hashOf(email: string): Buffer {
    return this.cipher.hash(email.toLowerCase());
  }
}

const PLACE = 'contact details';
const INTRODUCTION = 'introduction';

function detailsOf({ content }: ContactRow, key: DataKey): ContactDetails {
  return JSON.parse(key.decrypt(content, PLACE).toString('utf8')) as ContactDetails;
}
