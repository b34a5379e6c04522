import type { AuditEntry } from '../audit/audit-entry.types.js';
import type { Instant } from '../domain/calendar/index.js';
import type { Queryable } from '../persistence/queryable.js';
import { auditRows, entryOf } from '../record/read/audit.read.js';
import type { Page, PageRequest } from '../record/read/page.js';
import { namesOf } from '../record/read/people.read.js';
import type { PlanReader } from './plan-reader.js';
import type { Viewer } from './viewer.js';

/** Who looked at a plan, or changed it, or tried to. */
export interface AccessLogItem {
  readonly at: Instant;
  readonly actorKind: AuditEntry['actorKind'];
  readonly personId: string | null;
  /** Null for somebody whose name the citizen may not know, such as who has a protected identity. */
  readonly name: string | null;
  readonly organisationName: string | null;
  readonly roles: readonly string[];
  readonly operation: string;
  /** The kinds of information that were shown. */
  readonly kinds: readonly string[];
  readonly changed: boolean;
  readonly allowed: boolean;
  /** Whether the plan was one of those in a list, with no more of each than a line. */
  readonly inList: boolean;
}

/** What the citizen may see of the audit: who had to do with the plan, when and how. */
export class AccessLogReading {
  constructor(private readonly reader: PlanReader) {}

  /** Newest first. @throws as `PlanReader.read`; InvalidCursor */
  list(viewer: Viewer<'getAccessLog'>, planId: string, page: PageRequest): Promise<Page<AccessLogItem>> {
    return this.reader.read(viewer, planId, async (source, { state }) => {
      const search = { planId, orSubjectPersonId: state.citizenPersonId };
      const { items, next } = await auditRows(source, search, page);
      return { items: await accessLogItems(source, items.map(entryOf)), next };
    });
  }
}

/** Entries of the audit as the person whom they concern may see them. */
export async function accessLogItems(
  source: Queryable,
  entries: readonly AuditEntry[],
): Promise<AccessLogItem[]> {
  const people = await peopleOf(source, entries);
  return entries.map((entry) => itemOf(entry, people));
}

interface Known {
  readonly name: string;
  readonly organisationName: string | null;
}

async function peopleOf(
  source: Queryable,
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<string, Known>> {
  const ids = [...new Set(entries.flatMap(({ personId }) => personId ?? []))];
  const people = await namesOf(source, ids);
  const organisations = await source.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM organisations WHERE id = ANY ($1)',
    [[...new Set(people.flatMap(({ organisationId }) => organisationId ?? []))]],
  );
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  return new Map(
    people.map(({ personId, givenName, familyName, organisationId }) => [
      personId,
      {
        name: `${givenName} ${familyName}`,
        organisationName: organisationId === null ? null : (names.get(organisationId) ?? null),
      },
    ]),
  );
}

function itemOf(entry: AuditEntry, people: ReadonlyMap<string, Known>): AccessLogItem {
  const { at, actorKind, personId, roles, operation, allowed, disclosed, events, planId } = entry;
  const known = personId === null ? undefined : people.get(personId);
  return {
    at,
    actorKind,
    personId,
    name: known?.name ?? null,
    organisationName: known?.organisationName ?? null,
    roles,
    operation,
    kinds: Object.keys(disclosed).sort(),
    changed: events.length > 0,
    allowed,
    inList: planId === null && entry.subjectPersonId === undefined,
  };
}
