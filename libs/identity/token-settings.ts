/** By whom, for whom and with which secret tokens of the local sign-in are signed. */
export interface TokenSettings {
  readonly secret: string;
  readonly issuer: string;
  readonly audience: string;
}

/** The one algorithm that is accepted (RFC 7518, 3.2); the token's own header does not choose. */
export const TOKEN_ALGORITHM = 'HS256';

/** The secret as bytes. */
export function signingKey(settings: TokenSettings): Uint8Array {
  return new TextEncoder().encode(settings.secret);
}
