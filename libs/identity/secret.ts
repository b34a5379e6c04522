import { randomBytes } from 'node:crypto';

/** 256 random bits: far beyond what can be guessed. */
const BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{43}$/;

/** A new secret that proves who brings it: the id of a session, the token of a link. It is kept nowhere here. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** Whether a text may be a secret at all. */
export function isSecret(text: string): boolean {
  return FORM.test(text);
}
