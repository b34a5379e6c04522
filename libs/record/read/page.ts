import { isStorable } from '../../input/storable-text.js';

/** Which part of a list is wanted: after the cursor of the page before, at most `limit` (1–100) items. */
export interface PageRequest {
  readonly cursor?: string | null;
  readonly limit: number;
}

/** A part of a list, and the cursor of the next part; null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export const LONGEST_PAGE = 100;

/** Of PostgreSQL's type `integer`. */
const LARGEST_INTEGER = 2_147_483_647;

/** A cursor that no list gave out. */
export class InvalidCursor extends Error {
  constructor() {
    super('The cursor was not given out by this list.');
    this.name = 'InvalidCursor';
  }
}

/** The place in a list after which a page begins: the values that the list is ordered by. */
export type Place = readonly (string | number)[];

/**
 * Reads a cursor that `pageOf` wrote.
 * @param kinds The type of each value.
 * @returns null for the first page.
 * @throws InvalidCursor
 */
export function placeOf(request: PageRequest, kinds: readonly ('string' | 'number')[]): Place | null {
  if (request.cursor === undefined || request.cursor === null) return null;
  const place = parsed(request.cursor);
  const fits =
    Array.isArray(place) &&
    place.length === kinds.length &&
    kinds.every((kind, index) => typeof place[index] === kind && isPlaced(place[index]));
  if (!fits) throw new InvalidCursor();
  return place as Place;
}

/** Whether a column can hold it: a text without what PostgreSQL can't store, a whole number of its integers. */
function isPlaced(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  return Number.isInteger(value) && Math.abs(value as number) <= LARGEST_INTEGER;
}

/** How many rows to ask for: one more than wanted tells whether there is a next page. */
export function rowsToRead(request: PageRequest): number {
  return wanted(request) + 1;
}

/** The page out of the rows that were read, with the cursor that leads on. */
export function pageOf<T>(request: PageRequest, rows: readonly T[], place: (row: T) => Place): Page<T> {
  const items = rows.slice(0, wanted(request));
  const last = items.at(-1);
  const more = rows.length > items.length && last !== undefined;
  return { items, next: more ? Buffer.from(JSON.stringify(place(last))).toString('base64url') : null };
}

function wanted(request: PageRequest): number {
  return Math.min(Math.max(Math.trunc(request.limit), 1), LONGEST_PAGE);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch {
    throw new InvalidCursor();
  }
}
