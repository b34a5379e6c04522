import type { Instant } from '../../domain/calendar/index.js';
import type { FieldCipher } from '../encryption/field-cipher.js';
import type { DataKey } from '../erasure/data-key.js';
import type { ErasureKeys } from '../erasure/erasure-keys.js';
import { personKeyName } from '../erasure/key-names.js';
import type { Queryable } from '../queryable.js';
import { type ContactDetails, NO_CONTACT_DETAILS } from './contact-details.js';

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

  /** Writes somebody's contact details in place of those that were there. */
  async write(source: Queryable, personId: string, details: ContactDetails, at: Instant): Promise<void> {
    const { email, telephone, address } = details;
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

function detailsOf({ content }: ContactRow, key: DataKey): ContactDetails {
  return JSON.parse(key.decrypt(content, PLACE).toString('utf8')) as ContactDetails;
}
