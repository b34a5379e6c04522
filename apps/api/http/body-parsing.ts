import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { JSON_BODY_ERRORS, verifyJson } from '../../../libs/input/json-body.js';
import { pathToHalfCharacter } from '../../../libs/input/utf8.js';
import { ApiError } from './api-error.js';
import type { Expectation } from '../schemas/expectations.js';
import { InvalidInput } from './invalid-input.js';

/** Largest body that is JSON, in bytes. */
export const LARGEST_BODY = 1024 * 1024;
/** Largest document, in bytes. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024;

/** Where documents are uploaded as they are. */
const DOCUMENT_PATH = /^\/api\/v1\/plans\/[^/]+\/documents$/;

function isDocument(request: Request): boolean {
  return request.method === 'POST' && DOCUMENT_PATH.test(request.path);
}

function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.get('content-length') ?? 0) > 0;
}

/** UTF-8 by the names that programs give it besides its own; ASCII is a part of it. What is there is looked at all the same. */
const ALSO_UTF8 = /(;\s*charset\s*=\s*)"?(?:utf8|us-ascii|ascii|unicode-1-1-utf-8)"?\s*(?=;|$)/i;

function nameUtf8(request: Request, _response: Response, next: NextFunction): void {
  const type = request.headers['content-type'];
  if (type !== undefined) request.headers['content-type'] = type.replace(ALSO_UTF8, '$1utf-8');
  next();
}

/** Refuses a body that is not JSON where JSON is meant. */
function refuseOtherTypes(request: Request, _response: Response, next: NextFunction): void {
  const fits = !hasBody(request) || isDocument(request) || Boolean(request.is('application/json'));
  next(fits ? undefined : new ApiError('REQUEST.UNSUPPORTED_TYPE'));
}

function codeOf(type: unknown, document: boolean): ApiError | undefined {
  switch (type) {
    case 'entity.parse.failed':
      return new ApiError('REQUEST.BROKEN_JSON');
    case 'entity.too.large':
      return new ApiError(document ? 'DOCUMENT.TOO_LARGE' : 'REQUEST.TOO_LARGE');
    case 'charset.unsupported':
    case JSON_BODY_ERRORS.notUtf8:
      return new ApiError('REQUEST.NOT_UTF8');
    case JSON_BODY_ERRORS.tooDeep:
      return new ApiError('REQUEST.TOO_DEEP');
    case 'encoding.unsupported':
      return new ApiError('REQUEST.UNSUPPORTED_TYPE');
    case 'request.aborted':
    case 'request.size.invalid':
      return new ApiError('REQUEST.INVALID');
    default:
      return undefined;
  }
}

/** Names what the body parser found, whose own words may repeat what was sent. */
function nameParserErrors(error: unknown, request: Request, _response: Response, next: NextFunction): void {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  next(codeOf(type, isDocument(request)) ?? error);
}

/** Half a character would be lost when it is stored, so it is refused where it stands. */
function refuseHalfCharacters(request: Request, _response: Response, next: NextFunction): void {
  const path = isDocument(request) ? null : pathToHalfCharacter(request.body);
  next(
    path === null
      ? undefined
      : new InvalidInput([{ message: 'expected.storableText' satisfies Expectation, path }]),
  );
}

/** Reads bodies: JSON everywhere, documents as they are where they are uploaded. */
export function parseBodies(app: NestExpressApplication): void {
  app.use(nameUtf8, refuseOtherTypes);
  app.useBodyParser('raw', { type: (request) => isDocument(request as Request), limit: LARGEST_DOCUMENT });
  app.use(
    express.json({
      type: (request) => !isDocument(request as Request) && hasBody(request as Request),
      limit: LARGEST_BODY,
      strict: true,
      verify: verifyJson,
    }),
  );
  app.use(nameParserErrors, refuseHalfCharacters);
}
