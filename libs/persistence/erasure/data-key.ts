import { hkdfSync } from 'node:crypto';
import { KEY_BYTES, open, seal, sealAlike } from '../encryption/aes-gcm.js';

/** The key under which the personal content of one thing is encrypted: a plan, a person, a month of the audit. */
export class DataKey {
  #vectorKey: Buffer | undefined;

  constructor(
    /** What the key belongs to; bound into everything that it encrypts. */
    readonly name: string,
    private readonly secret: Buffer,
  ) {}

  /**
   * Encrypts content of what the key belongs to.
   * @param place Where in it the content stands; it must be given again to read it.
   */
  encrypt(content: Buffer | string, place: string): Buffer {
    return seal(this.secret, Buffer.from(content), this.bound(place));
  }

  /** The same, but equal contents in equal places give equal values: for rows that are made anew and compared. */
  encryptAlike(content: Buffer | string, place: string): Buffer {
    this.#vectorKey ??= Buffer.from(hkdfSync('sha256', this.secret, '', 'kiplan vectors', KEY_BYTES));
    return sealAlike(this.secret, this.#vectorKey, Buffer.from(content), this.bound(place));
  }

  /** @throws Error if the value was altered, moved to another place, or encrypted under another key. */
  decrypt(value: Buffer, place: string): Buffer {
    return open(this.secret, value, this.bound(place));
  }

  private bound(place: string): Buffer {
    return Buffer.from(`${this.name}\n${place}`, 'utf8');
  }
}
