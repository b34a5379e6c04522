/** A service that proves that something was there at a moment (RFC 3161). */
export abstract class Timestamping {
  /**
   * Asks for a time-stamp over the SHA-256 hash of some content; the service gets nothing else.
   * @returns The token (DER), which anybody can check with the service's certificate.
   * @throws Error if the service does not grant it, or grants it for something else.
   */
  abstract timestamp(content: Buffer): Promise<Buffer>;
}
