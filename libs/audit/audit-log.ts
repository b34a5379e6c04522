import { randomUUID } from 'node:crypto';
import type { ErasureKeys } from '../persistence/erasure/erasure-keys.js';
import { auditKeyName } from '../persistence/erasure/key-names.js';
import type { Queryable } from '../persistence/queryable.js';
import type { AuditEntry, AuditNote } from './audit-entry.types.js';
import type { AuditKeys } from './audit-keys.js';
import { chainOf } from './chain.js';
import { placeOfAddress } from './entry-address.js';

/** Stands among the roles of whoever came by an access link instead of signing in. */
const BY_LINK = 'accessLink';

/**
 * The audit: who read or changed what, in which role, why it was allowed or refused, from where and when. It is only
 * ever added to, each entry chained to the one before it in its chain; a plan has a chain of its own, so that plans do
 * not wait for each other, and seals chain all of them together.
 */
export class AuditLog {
  constructor(
    private readonly erasure: ErasureKeys,
    private readonly keys: AuditKeys,
  ) {}

  /**
   * Adds an entry. It is there when the source's transaction is committed: what it tells of must not be shown before.
   * @param source A transaction, or a data source for an entry by itself.
   */
  async add(source: Queryable, note: AuditNote): Promise<void> {
    const entry = JSON.stringify(await this.entryOf(source, note));
    await source.query('SELECT append_audit_entry($1, $2, $3, $4)', [
      chainOf(note),
      entry,
      this.keys.current,
      this.keys.authenticate(entry),
    ]);
  }

  private async entryOf(source: Queryable, note: AuditNote): Promise<AuditEntry> {
    const { at, actor, origin, events } = note;
    const id = note.id ?? randomUUID();
    return {
      id,
      at,
      actorKind: actor.kind,
      personId: actor.kind === 'person' ? actor.personId : null,
      clientId: actor.kind === 'client' ? actor.clientId : null,
      organisationId: 'organisationId' in actor ? actor.organisationId : null,
      roles: actor.kind === 'person' && actor.link !== undefined ? [...note.roles, BY_LINK] : note.roles,
      operation: note.operation,
      planId: note.planId,
      ...aboutOf(note),
      listed: note.listed ?? [],
      ...(events === undefined
        ? { events: [] }
        : { events: [events.from, events.to], history: events.history }),
      disclosed: note.disclosed ?? {},
      allowed: note.allowed,
      refusal: note.refusal ?? null,
      channel: origin.channel,
      address: origin.address === null ? null : await this.encrypted(source, id, at, origin.address),
      correlationId: origin.correlationId,
    };
  }

  private async encrypted(source: Queryable, id: string, at: string, address: string): Promise<string> {
    const key = await this.erasure.ensure(source, auditKeyName(at), at);
    return key.encrypt(address, placeOfAddress(id)).toString('base64');
  }
}

/** What stands in an entry only where there is something to tell. */
function aboutOf({
  subjectPersonId,
  subjectOrganisationId,
  granted,
  repeated,
  recovered,
}: AuditNote): Pick<
  AuditEntry,
  'subjectPersonId' | 'subjectOrganisationId' | 'granted' | 'repeated' | 'recovered'
> {
  return {
    ...(subjectPersonId === undefined ? {} : { subjectPersonId }),
    ...(subjectOrganisationId === undefined ? {} : { subjectOrganisationId }),
    ...(granted === undefined ? {} : { granted }),
    ...(repeated === undefined ? {} : { repeated }),
    ...(recovered === undefined ? {} : { recovered }),
  };
}
