import { type JWTPayload, jwtVerify, type JWTVerifyResult } from 'jose';
import type { Clock } from '../../clock/clock.js';
import { ProviderUnavailable, TokenRefused } from '../identity-errors.js';
import type { ProviderKeys } from './provider-keys.js';

/**
 * Signatures that are accepted (RFC 7518, 3.1; RFC 8037): asymmetric ones only, so that nothing that is public can be
 * the key, and never `none` (RFC 8725, 3.1 and 3.2). The token's own header does not choose beyond these.
 */
export const ACCEPTED_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** How far the provider's clock may be from ours, in seconds. */
const TOLERANCE = 10;

/** What a kind of token must be. */
export interface ExpectedToken {
  readonly audience: string;
  /** The types that its header may state, in small letters and without `application/` (RFC 7515, 4.1.9). */
  readonly types: readonly string[];
  /** Whether it may leave its type out. */
  readonly untyped: boolean;
  readonly required: readonly string[];
}

/** Reads what one provider signed. */
export class SignedTokens {
  constructor(
    private readonly issuer: string,
    private readonly keys: ProviderKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * The claims of a token whose signature, issuer, audience, type and times are as they must be.
   * @param token The compact JWT (RFC 7519).
   * @throws TokenRefused if anything of it is not; ProviderUnavailable if the provider's keys cannot be had.
   */
  async read(token: string, expected: ExpectedToken): Promise<JWTPayload> {
    const now = await this.clock.now();
    const { payload, protectedHeader } = await this.#verified(token, expected, now);
    if (!isOfType(protectedHeader.typ, expected)) throw new TokenRefused('type');
    const { iat } = payload;
    if (iat !== undefined && iat > Date.parse(now) / 1000 + TOLERANCE) throw new TokenRefused('issued later');
    return payload;
  }

  async #verified(token: string, expected: ExpectedToken, now: string): Promise<JWTVerifyResult> {
    try {
      return await jwtVerify(token, this.keys.find, {
        algorithms: ACCEPTED_ALGORITHMS,
        issuer: this.issuer,
        audience: expected.audience,
        requiredClaims: [...expected.required],
        currentDate: new Date(now),
        clockTolerance: TOLERANCE,
      });
    } catch (error) {
      if (error instanceof ProviderUnavailable) throw error;
      throw new TokenRefused('token', { cause: error });
    }
  }
}

function isOfType(type: unknown, { types, untyped }: ExpectedToken): boolean {
  if (type === undefined) return untyped;
  return typeof type === 'string' && types.includes(type.toLowerCase().replace(/^application\//, ''));
}
