import { randomInt } from 'node:crypto';
import type { AccessLink } from '../domain/access/access-link.types.js';
import type { FieldCipher } from '../persistence/encryption/field-cipher.js';

/** Short enough to be told by telephone; what keeps it from being guessed is that a link takes few wrong ones. */
const DIGITS = 6;

/** A new code, the second factor of a link: it is told to the person by another way than the link's. */
export function newCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** A code as somebody wrote or copied it, with blanks, dots or hyphens as people have them, and in digits of either width. */
export function writtenCode(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s.\p{Pd}\p{Cf}]/gu, '');
}

/** A link as its code holds it together: who is let in where, for what and until when. */
export type CodedLink = Pick<
  AccessLink,
  'linkId' | 'planId' | 'participantId' | 'personId' | 'purpose' | 'expiresAt'
>;

/**
 * What is kept of a code. A million codes are tried in no time by whoever reads the table, so it is hashed under keys that are
 * not in it (HMAC-SHA-256), bound to everything that the link says: a row put in its place has no code that fits.
 */
export function codeHash(cipher: FieldCipher, link: CodedLink, code: string): Buffer {
  return cipher.secrets.code(LINK, partsOf(link, ofLinkAlone(cipher, link.linkId, code)));
}

/** What was kept of a code before it held the link together, made into what is kept now. */
export function codeHashOf(cipher: FieldCipher, link: CodedLink, ofLink: Buffer): Buffer {
  return cipher.secrets.code(LINK, partsOf(link, ofLink));
}

/** Whether it is the link's code, in a time that does not depend on it. */
export function isCode(cipher: FieldCipher, link: CodedLink, code: string, hash: Buffer): boolean {
  return cipher.secrets.isCode(hash, LINK, partsOf(link, ofLinkAlone(cipher, link.linkId, code)));
}

const LINK = 'access link';

function ofLinkAlone(cipher: FieldCipher, linkId: string, code: string): Buffer {
  return cipher.hash(JSON.stringify(['access-code', linkId, code]));
}

function partsOf(link: CodedLink, ofLink: Buffer): readonly unknown[] {
  const { linkId, planId, participantId, personId, purpose, expiresAt } = link;
  return [linkId, planId, participantId, personId, purpose, Date.parse(expiresAt), ofLink.toString('base64')];
}
