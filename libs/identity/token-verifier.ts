import type { ClientClaims, PersonClaims } from './claims/read-claims.js';

/** Reads bearer tokens. */
export abstract class TokenVerifier {
  /**
   * @param token The compact JWT (RFC 7519) as it came in the Authorization header.
   * @throws TokenRefused unless signature, algorithm, issuer, audience, times and claims are as they must be;
   *   ProviderUnavailable if that cannot be found out now.
   */
  abstract verify(token: string): Promise<PersonClaims | ClientClaims>;
}
