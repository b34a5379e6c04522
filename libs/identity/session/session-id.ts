import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: far beyond what can be guessed. */
const ID_BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{43}$/;

/** The id of a new session, which only the browser keeps. */
export function newSessionId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

/** Whether something may be the id of a session at all. */
export function isSessionId(text: string): boolean {
  return FORM.test(text);
}

/** What is kept of a session's id: whoever reads the table cannot take a session over. */
export function sessionIdHash(id: string): Buffer {
  return createHash('sha256').update(id, 'utf8').digest();
}
