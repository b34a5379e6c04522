import type { OrganisationRole } from '../domain/plan/actor.js';

/** What a token says of the one who bears it, before it is held against the register. */
export interface TokenClaims {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly roles: readonly OrganisationRole[];
}

/** The token is missing, forged, expired, or not meant for this system. It is not told which. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** Reads bearer tokens. One implementation for the local sign-in; a provider's (OpenID Connect) replaces it. */
export abstract class TokenVerifier {
  /**
   * @param token The compact JWT (RFC 7519) as it came in the Authorization header.
   * @throws TokenRefused unless signature, algorithm, issuer, audience, expiry and claims are as they must be.
   */
  abstract verify(token: string): Promise<TokenClaims>;
}
