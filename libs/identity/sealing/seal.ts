import { EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose';
import type { Clock } from '../../clock/clock.js';
import type { Key } from '../../config/key-ring.js';

const MANAGEMENT = 'dir';
const ENCRYPTION = 'A256GCM';

/**
 * Seals what others keep for us (JSON Web Encryption, RFC 7516; AES-256-GCM), so that they can neither read nor change
 * it, nor hand it in for something else.
 */
export class Seal {
  constructor(
    private readonly keys: readonly Key[],
    private readonly clock: Clock,
  ) {}

  /**
   * @param purpose What it is for; it is opened for the same purpose only.
   * @param seconds How long it can be opened.
   */
  async close(purpose: string, content: JWTPayload, seconds: number): Promise<string> {
    const [key] = this.keys;
    if (key === undefined) throw new RangeError('Expected a key to seal with.');
    const now = Date.parse(await this.clock.now()) / 1000;
    return new EncryptJWT(content)
      .setProtectedHeader({ alg: MANAGEMENT, enc: ENCRYPTION, kid: key.id, typ: purpose })
      .setExpirationTime(Math.floor(now) + seconds)
      .encrypt(key.secret);
  }

  /** What was sealed for this purpose; null if it was not sealed by us, was changed, or is too old. */
  async open(purpose: string, sealed: string): Promise<JWTPayload | null> {
    try {
      const { payload } = await jwtDecrypt(sealed, ({ kid }) => this.#keyOf(kid), {
        typ: purpose,
        currentDate: new Date(await this.clock.now()),
        keyManagementAlgorithms: [MANAGEMENT],
        contentEncryptionAlgorithms: [ENCRYPTION],
        requiredClaims: ['exp'],
      });
      return payload;
    } catch {
      // Whatever it is that somebody handed in, it is not ours.
      return null;
    }
  }

  #keyOf(id: string | undefined): Uint8Array {
    const key = this.keys.find((one) => one.id === id);
    if (key === undefined) throw new RangeError('An unknown key.');
    return key.secret;
  }
}
