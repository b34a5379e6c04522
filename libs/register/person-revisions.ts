import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import type { PersonDetails } from '../domain/register/person-details.types.js';
import { personKeyName } from '../persistence/erasure/key-names.js';
import type { Queryable } from '../persistence/queryable.js';
import type { Vault } from '../persistence/vault.js';

/** What of somebody was before a correction: the fields that were corrected. */
export type FormerDetails = Partial<PersonDetails> & {
  /** The number that a citizen was registered under. */
  readonly cpr?: string;
  readonly birthDate?: string;
  readonly deceased?: boolean;
};

/** A correction: who made it, when, and what was there before. */
export interface PersonRevision {
  readonly revision: number;
  readonly at: Instant;
  readonly byPersonId: string | null;
  readonly before: FormerDetails;
}

interface RevisionRow extends Omit<PersonRevision, 'before'> {
  readonly content: Buffer;
}

/** Keeps what was there before a correction, encrypted under the person's key. The caller holds the person. */
export async function keepRevision(
  manager: EntityManager,
  { keys }: Vault,
  personId: string,
  { at, byPersonId, before }: Omit<PersonRevision, 'revision'>,
): Promise<void> {
  const rows = await manager.query<{ next: number }[]>(
    'SELECT coalesce(max(revision), 0) + 1 AS next FROM person_revisions WHERE person_id = $1',
    [personId],
  );
  const revision = rows[0]?.next ?? 1;
  const key = await keys.ensure(manager, personKeyName(personId), at);
  await manager.query(
    `INSERT INTO person_revisions (person_id, revision, at, by_person_id, content) VALUES ($1, $2, $3, $4, $5)`,
    [personId, revision, at, byPersonId, key.encrypt(JSON.stringify(before), placeOf(revision))],
  );
}

/** Every correction of somebody, newest first. */
export async function revisionsOf(
  source: Queryable,
  { keys }: Vault,
  personId: string,
): Promise<PersonRevision[]> {
  const rows = await source.query<RevisionRow[]>(
    `SELECT revision, at, by_person_id AS "byPersonId", content
     FROM person_revisions WHERE person_id = $1 ORDER BY revision DESC`,
    [personId],
  );
  if (rows.length === 0) return [];
  const key = await keys.find(source, personKeyName(personId));
  if (key === null) throw new Error('The key of a person is missing.');
  return rows.map(({ content, ...row }) => ({
    ...row,
    before: JSON.parse(key.decrypt(content, placeOf(row.revision)).toString('utf8')) as FormerDetails,
  }));
}

function placeOf(revision: number): string {
  return `revision ${revision}`;
}
