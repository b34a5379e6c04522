import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, {
  type ErrorRequestHandler,
  type Express,
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import type Provider from 'oidc-provider';
import { ASSETS_PATH, openAssets } from '../../../libs/pages/assets.js';
import { pageHeaders } from '../../../libs/pages/page-headers.js';
import { signInPages, type SignInPages } from './pages/sign-in-pages.js';
import { PERSONAS } from './personas.js';
import { createProvider } from './provider.js';
import type { SignInSettings } from './sign-in-settings.js';

/** A running local sign-in. */
export interface SignInServer {
  readonly issuer: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the local sign-in and returns when it can be used. */
export async function startSignIn(settings: SignInSettings): Promise<SignInServer> {
  const assets = openAssets();
  const pages = signInPages(assets.address, settings.portalUrl);
  const provider = await createProvider(settings, pages);
  const app = express();
  app.disable('x-powered-by');
  app.use(pageHeaders(() => [new URL(settings.portalUrl).origin]));
  app.use(ASSETS_PATH, assets.router);
  addPages(app, provider, pages);
  app.use(provider.callback());
  const server = await listen(app, settings);
  return {
    issuer: settings.issuer,
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function addPages(app: Express, provider: Provider, pages: SignInPages): void {
  app.get('/', (_request, response) => {
    response.send(pages.about());
  });
  app.get('/interaction/:uid', async (request, response) => {
    const { params } = await provider.interactionDetails(request, response);
    const client = await provider.Client.find(String(params['client_id']));
    response.send(pages.choose(client?.clientName ?? 'kiplan', PERSONAS));
  });
  app.post('/interaction/:uid', express.urlencoded({ extended: false }), async (request, response) => {
    const { persona } = request.body as { persona?: unknown };
    const accountId = PERSONAS.find(({ subject }) => subject === persona)?.subject;
    const result = accountId === undefined ? { error: 'access_denied' } : { login: { accountId } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  app.post('/session/end', express.urlencoded({ extended: false }), asQuery);
  app.use('/interaction', ((_error, _request, response, _next) => {
    response.status(400).send(pages.over());
  }) satisfies ErrorRequestHandler);
}

/**
 * A log-out may come as a form (OpenID Connect RP-Initiated Logout 1.0, 2). The library takes one only with cookies that
 * need TLS, since they cross sites; on one machine nothing does, so here it is given as what it takes.
 */
function asQuery(request: Request, _response: Response, next: NextFunction): void {
  const fields = new URLSearchParams(request.body as Record<string, string>);
  request.url = `${request.path}?${fields.toString()}`;
  request.method = 'GET';
  next();
}

function listen(app: Express, { host, port }: SignInSettings): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error) => {
      if (error === undefined) resolve(server);
      else reject(error);
    });
  });
}
