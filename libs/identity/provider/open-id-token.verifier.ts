import { bearerClaims, type ClientClaims, type PersonClaims } from '../claims/read-claims.js';
import { TokenRefused } from '../identity-errors.js';
import { TokenVerifier } from '../token-verifier.js';
import type { IdentitySettings } from './identity-settings.js';
import type { ExpectedToken, SignedTokens } from './signed-tokens.js';

/** Verifies access tokens of an OpenID provider that are JWTs (RFC 9068; older providers call them just that). */
export class OpenIdTokenVerifier extends TokenVerifier {
  readonly #expected: ExpectedToken;

  constructor(
    private readonly settings: Pick<IdentitySettings, 'audience' | 'claims'>,
    private readonly tokens: SignedTokens,
  ) {
    super();
    this.#expected = {
      audience: settings.audience,
      types: ['at+jwt', 'jwt'],
      untyped: true,
      required: ['exp', 'iat'],
    };
  }

  async verify(token: string): Promise<PersonClaims | ClientClaims> {
    const claims = await this.tokens.read(token, this.#expected);
    // A token that is bound to a key is worth nothing without the proof of it, which a bearer does not give
    // (RFC 9449, 7.2; RFC 8705, 3).
    if (claims['cnf'] !== undefined) throw new TokenRefused('bound');
    return bearerClaims(claims, this.settings.claims);
  }
}
