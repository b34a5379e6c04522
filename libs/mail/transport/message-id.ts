import { createHash } from 'node:crypto';
import type { MailThread } from './outgoing-mail.js';

/** So many hexadecimal digits are unique enough, and leave room beside them in a return address. */
const MESSAGE_DIGITS = 32;

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * The Message-ID (RFC 5322, 3.6.4) of the mail that tells these notices: the same at every attempt, in whatever
 * order they stand, so that a server or reader can recognise a mail that was sent twice.
 * @throws RangeError if there is no key.
 */
export function messageIdOf(noticeKeys: readonly string[], domain: string): string {
  if (noticeKeys.length === 0) {
    throw new RangeError('A mail needs the key of at least one notice.');
  }
  return `<${digest(['notices', ...noticeKeys.toSorted()]).slice(0, MESSAGE_DIGITS)}@${domain}>`;
}

/** What the mails of one plan to one recipient all refer to, without showing either. */
export function threadIdOf({ planId, recipientId }: MailThread, domain: string): string {
  return `<${digest(['thread', planId, recipientId])}@${domain}>`;
}
