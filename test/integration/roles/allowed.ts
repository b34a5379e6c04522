import { type RowRight, FIXED_COLUMNS, rightsOf } from '../../../libs/persistence/roles/rights.js';
import { OPEN_TABLES, WALLS } from '../../../libs/persistence/walls/walls.js';
import type { Attempt } from './attempts.js';

/** Who tries: the role of our processes, the one that they read for somebody in, and any other that may connect at all. */
export type Who = 'application' | 'reader' | 'anybody';

/** What may succeed, and why that is so. */
interface Allowed {
  readonly who: readonly Who[];
  readonly kinds: readonly string[];
  readonly on: (on: string) => boolean;
  readonly because: string;
}

const may = (right: RowRight) => (table: string) => rightsOf(table).includes(right);
const readable = (table: string): boolean => table in WALLS || OPEN_TABLES.includes(table);
const nothing = (on: string): boolean => on === '-';
const one =
  (...names: readonly string[]) =>
  (on: string): boolean =>
    names.includes(on);

/** Everything that the catalogue allows anybody but owner and superuser. */
export function allowedWith(primaryKeys: ReadonlySet<string>): readonly Allowed[] {
  const changeable = (on: string): boolean => {
    const [table = '', column = ''] = on.split('.');
    return may('change')(table) && !primaryKeys.has(on) && !(FIXED_COLUMNS[table] ?? []).includes(column);
  };
  return [
    {
      who: ['application'],
      kinds: ['select', 'copy out', 'lock, waiting for nobody'],
      on: may('read'),
      because: 'the record is read by it; what it reads is sealed with keys that the database does not have',
    },
    { who: ['application'], kinds: ['insert'], on: may('add'), because: 'libs/persistence/roles/rights.ts' },
    {
      who: ['application'],
      kinds: ['delete'],
      on: may('remove'),
      because: 'libs/persistence/roles/rights.ts',
    },
    {
      who: ['application'],
      kinds: ['change a column'],
      on: changeable,
      because: 'libs/persistence/roles/rights.ts: neither keys nor what stays as it was written',
    },
    {
      who: ['application'],
      kinds: ['lock against writing', 'lock against everybody'],
      on: may('remove'),
      because:
        'PostgreSQL lets whoever may remove rows lock the table; it ends with the transaction and shows at once',
    },
    {
      who: ['application'],
      kinds: ['analyze', 'reindex', 'vacuum', 'lock against writing', 'lock against everybody'],
      on: one('erasure_keys'),
      because: 'the table is written anew after a key was destroyed (MAINTAIN)',
    },
    {
      who: ['application'],
      kinds: ['call a function'],
      on: (name) => name.startsWith('append_audit_'),
      because: 'the audit is added to by functions of the owner only',
    },
    { who: ['application'], kinds: ['next number'], on: one('plan_number_seq'), because: 'numbers of plans' },
    {
      who: ['reader'],
      kinds: ['select', 'copy out', 'lock, waiting for nobody'],
      on: readable,
      because: 'behind the walls: rows that are open to whoever is read for (libs/persistence/walls)',
    },
    {
      who: ['application', 'reader'],
      kinds: ['become a role'],
      on: one('kiplan_application', 'kiplan_application_reader'),
      because: 'a session takes the smaller role to read for somebody, and its own again after it',
    },
    {
      who: ['application', 'reader'],
      kinds: ['sign in anew as'],
      on: one('kiplan_application'),
      because: 'as whom it signed in',
    },
    {
      who: ['anybody'],
      kinds: ['become a role', 'sign in anew as'],
      on: one('kiplan_stranger'),
      because: 'as whom it signed in',
    },
    {
      who: ['application', 'reader', 'anybody'],
      kinds: [
        'give a role a password',
        'set something for a role',
        'hand over everything',
        'give rights in advance',
      ],
      on: one('CURRENT_USER'),
      because:
        'PostgreSQL lets each role change its own password and settings, and what it owns, which is nothing: it can lock itself out, no more',
    },
    {
      who: ['application'],
      kinds: ['lock for the transaction', 'try to lock for the transaction'],
      on: nothing,
      because: 'workers agree on who seals the audit; what a transaction holds ends with it',
    },
    {
      who: ['application'],
      kinds: ['notify by a function'],
      on: nothing,
      because: 'whoever queues a notice wakes its dispatcher',
    },
    {
      who: ['application', 'reader', 'anybody'],
      kinds: ['listen', 'notify'],
      on: nothing,
      because:
        'PostgreSQL has no right for it; a message says the number of a dispatcher, which looks and finds nothing',
    },
    {
      who: ['application', 'reader', 'anybody'],
      kinds: ['set who one is for a reader'],
      on: nothing,
      because:
        'settings are the session’s own; without the reader’s role they open nothing, and the application’s reads everything anyhow',
    },
  ];
}

/** What of all attempts is allowed to somebody, in words. */
export function allowedTo(
  who: Who,
  role: string,
  attempts: readonly Attempt[],
  allowed: readonly Allowed[],
): string[] {
  return attempts
    .filter(({ kind, on }) =>
      allowed.some(
        (entry) =>
          entry.who.includes(who) &&
          entry.kinds.includes(kind) &&
          (entry.on(on) || (on === role && entry.on('CURRENT_USER'))),
      ),
    )
    .map(inWords);
}

export function inWords({ kind, on }: Attempt): string {
  return on === '-' ? kind : `${kind}: ${on}`;
}
