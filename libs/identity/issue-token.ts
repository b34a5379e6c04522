import { SignJWT } from 'jose';
import type { Instant } from '../domain/calendar/index.js';
import { signingKey, TOKEN_ALGORITHM, type TokenSettings } from './token-settings.js';
import type { TokenClaims } from './token-verifier.js';

/**
 * Signs a token of the local sign-in.
 * @param at When it is issued.
 * @param lifetimeSeconds How long it is valid; eight hours, a working day, by default.
 */
export function issueToken(
  settings: TokenSettings,
  claims: TokenClaims,
  at: Instant,
  lifetimeSeconds = 8 * 60 * 60,
): Promise<string> {
  const issuedAt = Math.floor(Date.parse(at) / 1000);
  return new SignJWT({ org: claims.organisationId, roles: [...claims.roles] })
    .setProtectedHeader({ alg: TOKEN_ALGORITHM, typ: 'JWT' })
    .setSubject(claims.personId)
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(signingKey(settings));
}
