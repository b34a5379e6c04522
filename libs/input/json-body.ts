import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { isNestedTooDeep } from './json-nesting.js';

/** What can be told of a body of JSON before it is parsed, as the type of the error that the body parser passes on. */
export const JSON_BODY_ERRORS = { notUtf8: 'body.not.utf8', tooDeep: 'body.too.deep' } as const;

/**
 * Looks at a body of JSON before it is parsed: it must be UTF-8 (RFC 8259, 8.1) and nest no deeper than anything of ours.
 * @throws Error with one of `JSON_BODY_ERRORS` as its type
 */
export function verifyJson(
  _request: IncomingMessage,
  _response: unknown,
  body: Buffer,
  encoding: string,
): void {
  if (encoding.toLowerCase() !== 'utf-8' || !isUtf8(body)) throw typed(JSON_BODY_ERRORS.notUtf8);
  if (isNestedTooDeep(body)) throw typed(JSON_BODY_ERRORS.tooDeep);
}

function typed(type: string): Error & { type: string } {
  return Object.assign(new Error(type), { type });
}
