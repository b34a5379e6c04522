import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { ProviderUnavailable, TokenRefused } from '../identity-errors.js';
import type { ProviderMetadata } from './provider-metadata.js';

/** How often the provider's keys are fetched, in milliseconds. */
export interface KeyTiming {
  /** Until keys are fetched again although every token so far was signed under a known one. */
  readonly fresh: number;
  /** Until keys are fetched again for a token under an unknown one, which may be new or made up. */
  readonly coolDown: number;
  /** Longest wait for an answer. */
  readonly patience: number;
}

const USUAL_TIMING: KeyTiming = { fresh: 600_000, coolDown: 30_000, patience: 5_000 };

/** The keys under which the provider signs (RFC 7517), as they come and go. */
export class ProviderKeys {
  #keys: { readonly address: string; readonly find: JWTVerifyGetKey } | undefined;

  constructor(
    private readonly metadata: ProviderMetadata,
    private readonly timing: KeyTiming = USUAL_TIMING,
  ) {}

  /**
   * Finds the key that a token names.
   * @throws TokenRefused for a key that the provider does not have; ProviderUnavailable if it cannot be asked.
   */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const keys = await this.#published();
    try {
      return await keys(header, token);
    } catch (error) {
      if (isOfToken(error)) throw new TokenRefused('key', { cause: error });
      throw new ProviderUnavailable('keys', { cause: error });
    }
  };

  async #published(): Promise<JWTVerifyGetKey> {
    const { jwks_uri: address } = await this.metadata.read();
    if (this.#keys?.address !== address) {
      const { fresh: cacheMaxAge, coolDown: cooldownDuration, patience: timeoutDuration } = this.timing;
      const find = createRemoteJWKSet(new URL(address), { cacheMaxAge, cooldownDuration, timeoutDuration });
      this.#keys = { address, find };
    }
    return this.#keys.find;
  }
}

/** No key fits, several do and the token names none, or its algorithm is none that keys are known for. */
function isOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
