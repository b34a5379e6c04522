/** A value as PostgreSQL's jsonb gives it back: plain JSON whose keys come by length, then by name. */
export function asStored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)),
    );
  }) as T;
}
