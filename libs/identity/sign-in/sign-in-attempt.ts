import type { JWTPayload } from 'jose';
import type { Seal } from '../sealing/seal.js';

/** A sign-in under way, as the browser keeps it, sealed. */
export interface SignInAttempt {
  /** Binds the provider's answer to the browser that began (RFC 6749, 10.12). */
  readonly state: string;
  /** Binds the ID token to this sign-in (OpenID Connect Core, 15.5.2). */
  readonly nonce: string;
  /** Proves at the end that it is who began (RFC 7636). */
  readonly verifier: string;
  /** A path of ours to which the person wants to get. */
  readonly returnTo: string;
  /** How long ago, in seconds, the person may have signed in at the most; left out where that does not matter. */
  readonly longestAgo?: number;
}

/** How long a sign-in may take, in seconds. */
export const ATTEMPT_SECONDS = 600;

const PURPOSE = 'kiplan-sign-in';
const PARTS = ['state', 'nonce', 'verifier', 'returnTo'] as const;

/** Sealed for the browser: nothing of it is kept here, however many begin and never finish. */
export function sealAttempt(seal: Seal, attempt: SignInAttempt): Promise<string> {
  return seal.close(PURPOSE, { ...attempt }, ATTEMPT_SECONDS);
}

/** The sign-in that a browser has under way; null if there is none, or it took too long. */
export async function openAttempt(seal: Seal, sealed: string | undefined): Promise<SignInAttempt | null> {
  const content = sealed === undefined ? null : await seal.open(PURPOSE, sealed);
  return content !== null && isAttempt(content) ? content : null;
}

function isAttempt(content: JWTPayload): content is JWTPayload & SignInAttempt {
  return PARTS.every((part) => typeof content[part] === 'string');
}
