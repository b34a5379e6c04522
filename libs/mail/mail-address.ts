/** One mailbox (RFC 5321, 4.5.3.1), without display name, comment or quoted parts. */
const address = /^[^\s\p{Cc}<>()[\]\\,;:@"]{1,64}@[^\s\p{Cc}<>()[\]\\,;:@"]{1,255}$/u;

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
