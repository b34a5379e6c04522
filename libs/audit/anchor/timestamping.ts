/** A service that proves that a hash was there at a moment (RFC 3161). */
export abstract class Timestamping {
  /**
   * Asks for a time-stamp over a SHA-256 hash.
   * @returns The token (DER), which anybody can check with the service's certificate.
   * @throws Error if the service does not grant it, or grants it for something else.
   */
  abstract timestamp(hash: Buffer): Promise<Buffer>;
}
