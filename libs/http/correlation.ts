import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export const CORRELATION_HEADER = 'x-correlation-id';
const ACCEPTED = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives every request one id, the caller's if it has the form of one, and tells it in the answer. */
export function correlate(request: Request, response: Response, next: NextFunction): void {
  const given = request.get(CORRELATION_HEADER);
  const id = given !== undefined && ACCEPTED.test(given) ? given : randomUUID();
  request.id = id;
  response.setHeader('X-Correlation-Id', id);
  next();
}

/** The id of a request, under which its log lines and its record are found. */
export function correlationIdOf({ id }: Pick<Request, 'id'>): string {
  return typeof id === 'string' ? id : '';
}
