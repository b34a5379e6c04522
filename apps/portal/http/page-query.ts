import type { PageRequest } from '../../../libs/record/read/page.js';

/** How many items of a list stand on a page. */
const ON_A_PAGE = 20;
/** No cursor is as long. */
const LONGEST = 1_000;

/** The part of a list that a link leads to; the first one for anything that is no cursor. */
export function pageOfList(cursor: unknown): PageRequest {
  const after = typeof cursor === 'string' && cursor !== '' && cursor.length <= LONGEST ? cursor : null;
  return { cursor: after, limit: ON_A_PAGE };
}
