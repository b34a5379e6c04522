import type { ErrorRequestHandler } from 'express';
import { isUtf8Form } from '../../../libs/input/utf8.js';
import { PageProblem } from './page-problem.js';

const NOT_UTF8 = 'form.not.utf8';

/**
 * Looks at a form before it is read: our pages are UTF-8, and browsers answer in it.
 * @throws Error whose type `nameFormErrors` knows
 */
export function verifyForm(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  if (encoding.toLowerCase() === 'utf-8' && isUtf8Form(body)) return;
  throw Object.assign(new Error(NOT_UTF8), { type: NOT_UTF8 });
}

/** Names what was found while a form was read, whose own words may repeat what was sent. */
export const nameFormErrors: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  next(type === NOT_UTF8 || type === 'charset.unsupported' ? new PageProblem('FORM.NOT_UTF8') : error);
};
