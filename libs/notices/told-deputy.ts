import type { NoticeKind } from '../domain/notice/notice.types.js';
import type { Queryable } from '../persistence/queryable.js';
import type { NoticeRow } from './notice-row.js';

const TELLING: readonly NoticeKind[] = ['deputyAppointed', 'deputyBegun'];

/** Whether somebody has been told, or may have been, that they stand in: only then are they told that it is over. */
export async function wasToldOfDeputy(source: Queryable, { planId, recipient }: NoticeRow): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `SELECT 1 FROM notices
     WHERE plan_id = $1 AND kind = ANY ($2) AND recipient = $3::jsonb AND message_id IS NOT NULL
       AND status IN ('accepted', 'uncertain', 'claimed') LIMIT 1`,
    [planId, TELLING, JSON.stringify(recipient)],
  );
  return rows.length > 0;
}
