import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Key } from '../../config/key-ring.js';

const BOX = 'retur';
/** The Message-ID's digits, then those that prove it; with the box they fit in the 64 that a local part may have. */
const OPAQUE = /^retur\+([0-9a-f]{32})([0-9a-f]{24})$/;
const MESSAGE_ID = /^<([0-9a-f]{32})@(.+)>$/;
const PROOF_DIGITS = 24;

/**
 * The addresses to which a mail comes back (RFC 5321, 4.4): one of its own for each mail, that says nothing of anybody,
 * and that nobody can make up who has not seen it.
 */
export class ReturnAddresses {
  readonly #keys: readonly Key[];
  readonly #domain: string;

  /**
   * @param keys newest first: addresses are made with the first and known by any
   * @throws RangeError if there is no key
   */
  constructor(keys: readonly Key[], domain: string) {
    if (keys.length === 0) throw new RangeError('Return addresses need a key.');
    this.#keys = keys;
    this.#domain = domain.toLowerCase();
  }

  /**
   * The return address of a mail.
   * @param messageId as `messageIdOf` makes it, of this domain
   * @throws RangeError if it is none
   */
  addressOf(messageId: string): string {
    const [, digits, domain] = MESSAGE_ID.exec(messageId) ?? [];
    const [key] = this.#keys;
    if (digits === undefined || domain !== this.#domain || key === undefined) {
      throw new RangeError('Expected a Message-ID of our own.');
    }
    return `${BOX}+${digits}${proofOf(key, digits)}@${this.#domain}`;
  }

  /** The Message-ID of the mail whose return address this is; null if it is none of ours, or made up. */
  messageIdOf(address: string): string | null {
    const at = address.lastIndexOf('@');
    const [, digits, proof] = OPAQUE.exec(address.slice(0, at).toLowerCase()) ?? [];
    if (digits === undefined || proof === undefined) return null;
    if (address.slice(at + 1).toLowerCase() !== this.#domain) return null;
    const isOurs = this.#keys.some((key) =>
      timingSafeEqual(Buffer.from(proofOf(key, digits)), Buffer.from(proof)),
    );
    return isOurs ? `<${digits}@${this.#domain}>` : null;
  }
}

/** HMAC (RFC 2104) with SHA-256, cut to 96 bits. */
function proofOf({ secret }: Key, digits: string): string {
  return createHmac('sha256', secret).update(`${BOX}:${digits}`).digest('hex').slice(0, PROOF_DIGITS);
}
