import { jwtVerify } from 'jose';
import type { Clock } from '../clock/clock.js';
import { ORGANISATION_ROLES, type OrganisationRole } from '../domain/plan/actor.js';
import { signingKey, TOKEN_ALGORITHM, type TokenSettings } from './token-settings.js';
import { type TokenClaims, TokenRefused, TokenVerifier } from './token-verifier.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function rolesOf(claim: unknown): readonly OrganisationRole[] | undefined {
  if (!Array.isArray(claim)) return undefined;
  const roles = ORGANISATION_ROLES.filter((role) => claim.includes(role));
  return roles.length === claim.length ? roles : undefined;
}

/** Verifies tokens that the local sign-in signs with a secret shared with the API. */
export class SharedSecretVerifier extends TokenVerifier {
  constructor(
    private readonly settings: TokenSettings,
    private readonly clock: Clock,
  ) {
    super();
  }

  async verify(token: string): Promise<TokenClaims> {
    const claims = await this.verifiedClaims(token);
    const roles = rolesOf(claims['roles']);
    const organisation = claims['org'] ?? null;
    if (roles === undefined || typeof claims.sub !== 'string' || !UUID.test(claims.sub)) {
      throw new TokenRefused('claims');
    }
    if (organisation !== null && (typeof organisation !== 'string' || !UUID.test(organisation))) {
      throw new TokenRefused('claims');
    }
    return { personId: claims.sub, organisationId: organisation, roles };
  }

  private async verifiedClaims(token: string): Promise<{ sub?: string; [claim: string]: unknown }> {
    const now = new Date(await this.clock.now());
    try {
      const { payload } = await jwtVerify(token, signingKey(this.settings), {
        algorithms: [TOKEN_ALGORITHM],
        issuer: this.settings.issuer,
        audience: this.settings.audience,
        requiredClaims: ['sub', 'exp', 'iat'],
        currentDate: now,
      });
      return payload;
    } catch {
      throw new TokenRefused('token');
    }
  }
}
