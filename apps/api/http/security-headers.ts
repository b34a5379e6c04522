import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The pages that show the API's description draw with styles that they make up as they go. */
const DOCS_PATH = '/api/docs';

const forAnswers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      sandbox: [],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
});

const forDocs = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
});

/** Headers that keep a browser from doing with an answer what was not meant; answers are never cached. */
export const securityHeaders: RequestHandler = (request, response, next) => {
  const isDocs = request.path === DOCS_PATH || request.path.startsWith(`${DOCS_PATH}/`);
  if (!isDocs) response.setHeader('Cache-Control', 'no-store');
  (isDocs ? forDocs : forAnswers)(request, response, next);
};
