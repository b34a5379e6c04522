/** What can be done with the rows of a table. */
export type RowRight = 'read' | 'add' | 'change' | 'remove';

/** Tables with which the application's role may do the same, and why no more. */
export interface TableGroup {
  readonly because: string;
  readonly may: readonly RowRight[];
  readonly tables: readonly string[];
}

/** Tables that the application may only add to. */
export const APPEND_ONLY_TABLES = ['plan_events', 'quarter_figures'] as const;

/** Tables that the application may only read; it adds to them by functions of their owner. */
export const READ_ONLY_TABLES = [
  'audit_entries',
  'audit_heads',
  'audit_listed',
  'audit_seals',
  'audit_sealed_heads',
  'migrations',
] as const;

/** Every table with which the application may not do everything. */
export const TABLE_GROUPS: readonly TableGroup[] = [
  { because: 'added to by functions of the owner only', may: ['read'], tables: READ_ONLY_TABLES },
  {
    because: 'what happened, and what was told of it, is added to and never changed',
    may: ['read', 'add'],
    tables: APPEND_ONLY_TABLES,
  },
  {
    because: 'what stood before a correction is added to; what is of a person goes with them',
    may: ['read', 'add', 'remove'],
    tables: ['person_revisions'],
  },
  {
    because: 'what stood before a correction is only added to',
    may: ['read', 'add'],
    tables: ['organisation_revisions'],
  },
  {
    because: 'what is over stays, as a stone or with its end',
    may: ['read', 'add', 'change'],
    tables: ['plans', 'people', 'organisations', 'machine_clients', 'erasure_keys', 'notice_leases'],
  },
];

/** Tables that are in no group: what follows from events, what is to be sent, what is under way. */
export const OF_OTHER_TABLES: Omit<TableGroup, 'tables'> = {
  because: 'folded anew, sent, used up or erased by the application itself',
  may: ['read', 'add', 'change', 'remove'],
};

/** What the application's role may do with a table. */
export function rightsOf(table: string): readonly RowRight[] {
  return (TABLE_GROUPS.find(({ tables }) => tables.includes(table)) ?? OF_OTHER_TABLES).may;
}

/** Columns that stay as they were written, beside those of every primary key. */
export const FIXED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  plans: ['number', 'started_at'],
  people: ['created_at'],
  machine_clients: ['client_id', 'name', 'organisation_id', 'scopes', 'registered_by', 'registered_at'],
  erasure_keys: ['created_at'],
  erasure_holds: ['plan_id', 'reason', 'held_at', 'held_by_person_id'],
  documents: ['plan_id', 'content'],
  notices: ['key', 'plan_id', 'kind', 'recipient', 'created_at'],
  sessions: [
    'person_id',
    'attempt_hash',
    'subject_key',
    'provider_session_hash',
    'cvr',
    'organisation_asked',
    'roles',
    'id_token_sealed',
    'access_link_id',
    'begun_at',
    'signed_in_at',
    'assurance',
    'ends_at',
    'code',
  ],
  access_links: [
    'plan_id',
    'participant_id',
    'person_id',
    'purpose',
    'code_hash',
    'given_at',
    'given_by_person_id',
    'expires_at',
  ],
  idempotency_keys: ['request_hash', 'created_at'],
};
