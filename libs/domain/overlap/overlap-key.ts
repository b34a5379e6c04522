import type { OverlapItem, OverlapKind } from './overlap.types.js';

const compareText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/** Order of items by plan id, then item id. */
export const compareItems = (x: OverlapItem, y: OverlapItem): number =>
  compareText(x.planId, y.planId) || compareText(x.itemId, y.itemId);

const written = (item: OverlapItem): string =>
  `${encodeURIComponent(item.planId)}/${encodeURIComponent(item.itemId)}`;

/**
 * The name of an overlap: its kind and its two items in order of their ids, so that a decision about it stays
 * attached when the rule runs again.
 */
export const overlapKey = (kind: OverlapKind, x: OverlapItem, y: OverlapItem): string =>
  [kind, ...[x, y].sort(compareItems).map(written)].join(':');
