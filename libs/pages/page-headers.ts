import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { ASSETS_PATH } from './assets.js';

/**
 * Headers of pages: nothing from elsewhere, nothing inline, in no frame, never kept by anybody on the way.
 * @param formTargets Origins besides our own to which a form may lead, also by a redirect; asked for each answer.
 */
export function pageHeaders(formTargets: () => readonly string[]): RequestHandler {
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        formAction: ["'self'", () => formTargets().join(' ')],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // A form's Origin is told to ourselves and to nobody else; with no-referrer it would be told to nobody.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return (request, response, next) => {
    if (!request.path.startsWith(`${ASSETS_PATH}/`)) response.setHeader('Cache-Control', 'no-store');
    secure(request, response, next);
  };
}
