import type { ErasureKeys } from '../persistence/erasure/erasure-keys.js';
import { auditKeyName } from '../persistence/erasure/key-names.js';
import type { Queryable } from '../persistence/queryable.js';
import type { AuditEntry } from './audit-entry.types.js';

/** Where in the key's month an entry's network address stands. */
export function placeOfAddress(entryId: string): string {
  return `address ${entryId}`;
}

/** The network addresses of entries, as far as there are any and the keys of their months are not destroyed. */
export async function addressesOf(
  source: Queryable,
  keys: ErasureKeys,
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<string, string>> {
  const found = await keys.findAll(source, ['', ...entries.map(({ at }) => auditKeyName(at))]);
  return new Map(
    entries.flatMap(({ id, at, address }): [string, string][] => {
      const key = found.get(auditKeyName(at));
      if (address === null || key === undefined) return [];
      return [[id, key.decrypt(Buffer.from(address, 'base64'), placeOfAddress(id)).toString('utf8')]];
    }),
  );
}
