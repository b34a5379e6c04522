import { domainToASCII, domainToUnicode } from 'node:url';

/** One mailbox (RFC 5321, 4.5.3.1), without display name, comment or quoted parts. */
const address = /^[^\s\p{Cc}<>()[\]\\,;:@"]{1,64}@[^\s\p{Cc}<>()[\]\\,;:@"]{1,255}$/u;
/** White space, and what stands unseen around a text that was copied. */
const AROUND = /^[\s\u200b-\u200f\u2060\u202a-\u202e\ufeff]+|[\s\u200b-\u200f\u2060\u202a-\u202e\ufeff]+$/gu;

/** Whether a text is one mail address and nothing else, so that it can name no second recipient. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && address.test(text);
}

/**
 * The part of a mail address behind the @.
 * @throws RangeError if `text` is no mail address.
 */
export function domainOf(text: string): string {
  if (!isMailAddress(text)) {
    throw new RangeError('Expected one mail address such as name@example.dk.');
  }
  return text.slice(text.indexOf('@') + 1).toLowerCase();
}

/**
 * The one form in which an address is kept: without what was copied around it, its domain in small letters and as mail servers
 * write it (A-labels, RFC 5890, 2.3.2.1), whichever way people did. What is before the @ is the mailbox's own and stays.
 * @returns what was given, without what stood around it, if it is no address with a domain.
 */
export function canonicalAddress(text: string): string {
  const trimmed = text.replaceAll(AROUND, '');
  const at = trimmed.lastIndexOf('@');
  const domain = trimmed.slice(at + 1);
  const ascii = at < 1 || domain.includes('%') ? '' : domainToASCII(domain);
  return ascii === '' ? trimmed : `${trimmed.slice(0, at)}@${ascii}`;
}

/** An address as people write it: its domain in their own letters. */
export function writtenAddress(canonical: string): string {
  const at = canonical.lastIndexOf('@');
  const domain = at < 1 ? '' : domainToUnicode(canonical.slice(at + 1));
  return domain === '' ? canonical : `${canonical.slice(0, at)}@${domain}`;
}

/**
 * Whether two addresses lead to one mailbox, as far as can be told from outside: domains in either form, small letters or
 * capitals, and with or without what is added to a mailbox behind a plus sign (RFC 5233).
 */
export function isSameMailbox(one: string, other: string): boolean {
  return mailboxOf(one) === mailboxOf(other);
}

function mailboxOf(text: string): string {
  const canonical = canonicalAddress(text).toLowerCase();
  const at = canonical.lastIndexOf('@');
  return `${canonical.slice(0, at).replace(/(?<=.)\+.*$/, '')}${canonical.slice(at)}`;
}
