import { type NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { pinoHttp } from 'pino-http';
import { correlate } from '../../libs/http/correlation.js';
import { requestLogging } from '../../libs/http/request-logging.js';
import { limitAddresses, limitServer, refuseUnreadableAddresses } from '../../libs/http/server-limits.js';
import { Authentication } from '../../libs/identity/authentication.js';
import { SessionActors } from '../../libs/identity/session/session-actors.js';
import { cookieNames } from '../../libs/identity/session/session-cookie.js';
import { EncryptingCodec } from '../../libs/temporal/payload-codec.js';
import type { ApiParts } from './api-parts.js';
import { codecServer } from './codec/codec-server.js';
import { administratorsMayDecode } from './codec/may-decode.js';
import { ApiError } from './http/api-error.js';
import { parseBodies } from './http/body-parsing.js';
import { refuseUnknownPlaces } from './http/known-places.js';
import { RouteTable } from './http/route-table.js';
import { securityHeaders } from './http/security-headers.js';
import { operationsOf } from './openapi/complete-document.js';
import { openApiDocument } from './openapi/openapi-document.js';

const PREFIX = 'api/v1';
const UNPREFIXED = ['health/live', 'health/ready'];

/** Longest time that a request may take to come in, in milliseconds. */
const REQUEST_TIMEOUT = 60_000;

/**
 * Puts around the resources what every request passes: correlation, log, headers, bodies; and describes them.
 * @returns The description that is served.
 */
export function configureApplication(
  app: NestExpressApplication,
  { environment, logger }: Pick<ApiParts, 'environment' | 'logger'>,
): OpenAPIObject {
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', [...environment.TRUSTED_PROXIES]);
  app.use(
    correlate,
    pinoHttp(requestLogging(logger)),
    securityHeaders,
    limitAddresses(() => new ApiError('REQUEST.ADDRESS_TOO_LONG')),
    refuseUnreadableAddresses(() => new ApiError('REQUEST.NOT_UTF8')),
  );
  app.use(
    '/codec',
    codecServer({
      codec: new EncryptingCodec(environment.PAYLOAD_KEYS),
      uiOrigin: environment.TEMPORAL_UI_ORIGIN,
      mayDecode: administratorsMayDecode({
        authentication: app.get(Authentication),
        sessions: app.get(SessionActors),
        sessionCookie: cookieNames(environment.LOCAL_SETUP).session,
        uiOrigin: environment.TEMPORAL_UI_ORIGIN,
      }),
    }),
  );
  app.use(refuseUnknownPlaces);
  parseBodies(app);
  app.setGlobalPrefix(PREFIX, { exclude: UNPREFIXED });
  limitServer(app.getHttpServer(), REQUEST_TIMEOUT);
  return describe(app);
}

function describe(app: NestExpressApplication): OpenAPIObject {
  const document = openApiDocument(app);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'kiplan',
  });
  const paths = Map.groupBy(operationsOf(document), ({ path }) => path);
  app
    .get(RouteTable)
    .fill(
      Object.fromEntries(
        [...paths].map(([path, operations]) => [path, operations.map(({ method }) => method)]),
      ),
    );
  return document;
}
