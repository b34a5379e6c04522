import { type ErasureHold, HOLD_COLUMNS } from '../erasure/erasure-holds.js';
import { isInstant } from '../domain/calendar/index.js';
import {
  InvalidCursor,
  type Page,
  pageOf,
  type PageRequest,
  placeOf,
  rowsToRead,
} from '../record/read/page.js';
import type { ListReader } from './list-reader.js';
import type { Viewer } from './viewer.js';

/** What is held back from erasure, for administrators. */
export class ErasureHoldsReading {
  constructor(private readonly reader: ListReader) {}

  /** Newest first, those that were released included. @throws InvalidCursor */
  list(viewer: Viewer<'listErasureHolds'>, page: PageRequest): Promise<Page<ErasureHold>> {
    const place = placeOf(page, ['string', 'string']);
    if (place !== null && !isInstant(place[0])) throw new InvalidCursor();
    return this.reader.read(viewer, async (source) => {
      const rows = await source.query<ErasureHold[]>(
        `SELECT ${HOLD_COLUMNS} FROM erasure_holds
         WHERE $2::timestamptz IS NULL OR (held_at, hold_id::text) < ($2, $3)
         ORDER BY held_at DESC, hold_id::text DESC LIMIT $1`,
        [rowsToRead(page), place?.[0] ?? null, place?.[1] ?? null],
      );
      const list = pageOf(page, rows, ({ heldAt, holdId }) => [heldAt, holdId]);
      return { list, planIds: list.items.map(({ planId }) => planId) };
    });
  }
}
