/** What the portal's cookies are called, and how they are kept (RFC 6265bis). */
export interface CookieNames {
  readonly session: string;
  /** A sign-in under way. */
  readonly signIn: string;
  /** The token of an access link whose code has not been given yet. */
  readonly accessLink: string;
  /** What was filled in by somebody who has to sign in anew before it is taken. */
  readonly filledIn: string;
  readonly language: string;
  /** Whether they go over TLS only. */
  readonly secure: boolean;
}

/**
 * Names of cookies. Outside one machine, where there is no TLS, they begin with `__Host-`: no other host, no
 * subdomain's page and no unencrypted answer can set them (RFC 6265bis, 4.1.3.2).
 */
export function cookieNames(localSetup: boolean): CookieNames {
  const prefix = localSetup ? '' : '__Host-';
  return {
    session: `${prefix}kiplan-session`,
    signIn: `${prefix}kiplan-sign-in`,
    accessLink: `${prefix}kiplan-access-link`,
    filledIn: `${prefix}kiplan-filled-in`,
    language: `${prefix}kiplan-language`,
    secure: !localSetup,
  };
}

/** The value of a cookie in a Cookie header; undefined if it is not there. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
