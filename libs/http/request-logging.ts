import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Logger } from 'pino';
import type { Options } from 'pino-http';
import { correlationIdOf } from './correlation.js';
import { withoutContent } from '../process/without-content.js';

const PLAN = /^(?:\/api\/v1)?\/plans\/([0-9a-f-]{36})(?:\/|$)/i;

function pathOf(request: IncomingMessage): string {
  const url = (request as IncomingMessage & { originalUrl?: string }).originalUrl ?? request.url ?? '';
  return url.split('?', 1)[0] ?? '';
}

/** The route that was taken, as it is declared. What was asked itself may hold anything, a name or a number. */
function routeOf(request: IncomingMessage): string | null {
  return (request as IncomingMessage & { route?: { path?: string } }).route?.path ?? null;
}

/** One line per request: no address but its route, no body, no query, no headers. */
export function requestLogging(logger: Logger): Options {
  return {
    logger,
    genReqId: (request) => correlationIdOf(request),
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'correlationId' },
    customProps: (request) => {
      const planId = PLAN.exec(pathOf(request))?.[1];
      return planId === undefined ? {} : { planId };
    },
    serializers: {
      req: ({ raw }: { raw: IncomingMessage }) => ({ method: raw.method }),
      res: ({ raw }: { raw: ServerResponse }) => ({ status: raw.statusCode }),
      err: ({ raw }: { raw: unknown }) => withoutContent(raw),
    },
    customSuccessObject: (request, _response, line: object) => ({ ...line, route: routeOf(request) }),
    customErrorObject: (request, _response, _error, line: object) => ({ ...line, route: routeOf(request) }),
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'warn' : 'info'),
    autoLogging: { ignore: (request) => pathOf(request).startsWith('/health/') },
  };
}

/** Nest's own log goes the same way, with the request's ids on every line; what it says of its start is left out. */
export function nestLogging(logger: Logger): Params {
  return { pinoHttp: { logger: logger.child({}, { level: quieter(logger.level) }) }, useExisting: true };
}

function quieter(level: string): string {
  return level === 'info' ? 'warn' : level;
}
