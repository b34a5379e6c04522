import { GIVEN_COLUMNS, type GivenLink } from '../../access-links/access-link-rows.js';
import type { Queryable } from '../../persistence/queryable.js';

/** The access links of a plan, newest first. */
export function accessLinksOf(source: Queryable, planId: string): Promise<GivenLink[]> {
  return source.query<GivenLink[]>(
    `SELECT ${GIVEN_COLUMNS} FROM access_links WHERE plan_id = $1 ORDER BY given_at DESC, link_id`,
    [planId],
  );
}
