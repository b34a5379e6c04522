import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { Logger } from 'nestjs-pino';
import { pinoHttp } from 'pino-http';
import { correlate } from '../../../libs/http/correlation.js';
import { requestLogging } from '../../../libs/http/request-logging.js';
import { limitAddresses, limitServer, refuseUnreadableAddresses } from '../../../libs/http/server-limits.js';
import { SignInClient } from '../../../libs/identity/sign-in/sign-in-client.js';
import { type Assets, ASSETS_PATH } from '../../../libs/pages/assets.js';
import { pageHeaders } from '../../../libs/pages/page-headers.js';
import { PORTAL_ASSETS } from '../assets.token.js';
import type { PortalParts } from '../portal-parts.js';
import { nameFormErrors, verifyForm } from './form-reading.js';
import { PageProblem } from './page-problem.js';

/** Largest form, in bytes. */
const LARGEST_FORM = 64 * 1024;
/** Most fields of a form. */
const MOST_FIELDS = 200;
/** Longest time that a request may take to come in, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/** Puts around the pages what every request passes: correlation, log, headers, assets, forms. */
export function configurePortal(
  app: NestExpressApplication,
  { environment, logger }: Pick<PortalParts, 'environment' | 'logger'>,
): void {
  const client = app.get(SignInClient);
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', [...environment.TRUSTED_PROXIES]);
  app.use(
    correlate,
    pinoHttp(requestLogging(logger)),
    pageHeaders(() => [client.formTarget]),
    limitAddresses(() => new PageProblem('PAGE.ADDRESS_TOO_LONG')),
    refuseUnreadableAddresses(() => new PageProblem('PAGE.NOT_FOUND')),
  );
  app.use(ASSETS_PATH, app.get<Assets>(PORTAL_ASSETS).router);
  app.use(
    express.urlencoded({
      extended: false,
      limit: LARGEST_FORM,
      parameterLimit: MOST_FIELDS,
      verify: verifyForm,
    }),
    nameFormErrors,
  );
  limitServer(app.getHttpServer(), REQUEST_TIMEOUT);
}
