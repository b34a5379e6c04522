import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import { isUtf8Address } from '../input/utf8.js';

/** Longest address with its query, in characters. */
const LONGEST_ADDRESS = 8_000;
/** Most headers of a request; all of them together are 16 kB at most, which Node sees to (431). */
const MOST_HEADERS = 100;
/** Longest time that the headers of a request may take to come in, in milliseconds. */
const HEADERS_TIMEOUT = 15_000;
/**
 * How long a connection is kept open between requests, in milliseconds: longer than proxies in front keep theirs (a minute, as
 * most come), or they send into one that is just being closed.
 */
const KEEP_ALIVE_TIMEOUT = 65_000;
/** Requests over one connection, after which it is made anew. */
const MOST_REQUESTS = 10_000;

/**
 * Holds what one client may take of a server, before anything is read.
 * @param requestTimeout Longest time that a whole request may take to come in, in milliseconds.
 */
export function limitServer(server: Server, requestTimeout: number): void {
  server.requestTimeout = requestTimeout;
  server.headersTimeout = HEADERS_TIMEOUT;
  server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT;
  server.maxHeadersCount = MOST_HEADERS;
  server.maxRequestsPerSocket = MOST_REQUESTS;
}

/**
 * Refuses addresses that are longer than any of ours (RFC 9110, 15.5.15).
 * @param refusal What they are refused with.
 */
export function limitAddresses(refusal: () => Error): RequestHandler {
  return (request, _response, next) => {
    next(request.originalUrl.length > LONGEST_ADDRESS ? refusal() : undefined);
  };
}

/**
 * Refuses addresses whose letters would be lost: bytes that are not UTF-8, or not encoded.
 * @param refusal What they are refused with.
 */
export function refuseUnreadableAddresses(refusal: () => Error): RequestHandler {
  return (request, _response, next) => {
    next(isUtf8Address(request.originalUrl) ? undefined : refusal());
  };
}
