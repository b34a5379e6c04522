import { openingRefusal } from '../domain/access/access-link.rules.js';
import type { Instant } from '../domain/calendar/index.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import { linkInPlan } from '../access-links/access-link-rows.js';
import { newSecret } from '../identity/secret.js';
import type { NoticeItem } from '../mail/index.js';
import type { SecretHashes } from '../persistence/encryption/secret-hashes.js';
import type { Queryable } from '../persistence/queryable.js';
import type { NoticeRow } from './notice-row.js';

/** Whether an access link would open anything: nobody is mailed one that was replaced, revoked or is for somebody else. */
export async function canBeOpened(
  source: Queryable,
  state: PlanState,
  linkId: string,
  now: Instant,
): Promise<boolean> {
  const found = await linkInPlan(source, linkId);
  return found !== null && openingRefusal(found.link, state, found.employment, now) === null;
}

/**
 * The item of a notice that brings an access link, with a token made now; any other as it is. Only the mail has the token: its
 * hash is kept in the transaction that marks the sending as begun, so a mail that did not go leaves none that opens anything.
 */
export async function withToken(
  source: Queryable,
  secrets: SecretHashes,
  { accessLinkId }: NoticeRow,
  item: NoticeItem,
): Promise<NoticeItem> {
  if (accessLinkId === null) return item;
  const token = newSecret();
  await source.query('UPDATE access_links SET token_hash = $2 WHERE link_id = $1', [
    accessLinkId,
    secrets.hash(token),
  ]);
  return { ...item, link: `${item.link}/${token}` };
}
