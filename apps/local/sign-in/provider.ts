import Provider, { type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { CLIENT_SCOPES } from '../../../libs/domain/plan/actor.js';
import { CLAIM, LOCAL_AUDIENCE } from './local-claims.js';
import type { SignInPages } from './pages/sign-in-pages.js';
import { PERSONAS } from './personas.js';
import { readSigningKeys, SIGNING_ALGORITHM } from './signing-keys.js';
import {
  CLIENT_SECRETS,
  COMMAND_LINE_CLIENT,
  COMMAND_LINE_REDIRECT,
  MACHINE_CLIENT,
  PORTAL_CLIENT,
  type SignInSettings,
} from './sign-in-settings.js';

const HOUR = 3600;
/** A working day, in seconds. */
const WORKING_DAY = 8 * HOUR;
const TEN_MINUTES = 600;

/**
 * The OpenID provider of a local set-up: code flow with PKCE, tokens for machines, log-out here and at the portal. It
 * asks for no password, so it must never be reached from anywhere but this machine.
 */
export async function createProvider(settings: SignInSettings, pages: SignInPages): Promise<Provider> {
  const { keys, cookieKey } = await readSigningKeys(settings.folder);
  return withoutWarning(
    () =>
      new Provider(settings.issuer, {
        clients: clientsOf(settings),
        jwks: { keys: [...keys] },
        cookies: { keys: [cookieKey] },
        clientDefaults: { id_token_signed_response_alg: SIGNING_ALGORITHM, require_auth_time: true },
        pkce: { required: () => true },
        responseTypes: ['code'],
        scopes: ['openid'],
        claims: { openid: ['sub', 'kiplan', ...Object.values(CLAIM)] },
        // What is said of a person comes from the user info endpoint, as at the brokers of MitID; the ID token is lean.
        conformIdTokenClaims: true,
        ttl: {
          Session: WORKING_DAY,
          Grant: WORKING_DAY,
          Interaction: TEN_MINUTES,
          AuthorizationCode: 60,
          AccessToken: WORKING_DAY,
          ClientCredentials: WORKING_DAY,
          IdToken: HOUR,
        },
        features: featuresOf(pages),
        interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
        findAccount: (_context, subject) => accountOf(subject),
        loadExistingGrant: grantWithoutAsking,
        // When the person signed in, for what asks for a recent sign-in (RFC 9470, 6.1).
        extraTokenClaims: (context, token) =>
          token.kind === 'AccessToken'
            ? { ...claimsOfAccount(token.accountId), auth_time: signedInAt(context) }
            : undefined,
        renderError: (context, { error }) => {
          context.type = 'html';
          context.body = pages.error(error);
        },
        // The portal is on this machine, which the library's own guard would keep it from telling of a log-out.
        fetch: (address, options) => fetch(address, { ...options, dispatcher: undefined } as RequestInit),
      }),
  );
}

/** The package warns that what it remembers is lost when it ends, which is meant here. */
function withoutWarning<T>(make: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return make();
  } finally {
    console.warn = warn;
  }
}

function clientsOf({ portalUrl }: SignInSettings): ClientMetadata[] {
  return [
    {
      client_id: PORTAL_CLIENT,
      client_name: 'kiplan',
      client_secret: CLIENT_SECRETS[PORTAL_CLIENT],
      redirect_uris: [`${portalUrl}/sign-in/return`],
      post_logout_redirect_uris: [`${portalUrl}/signed-out`],
      backchannel_logout_uri: `${portalUrl}/sign-in/ended`,
      backchannel_logout_session_required: true,
    },
    {
      client_id: COMMAND_LINE_CLIENT,
      client_name: 'kommandolinjen',
      token_endpoint_auth_method: 'none',
      redirect_uris: [COMMAND_LINE_REDIRECT],
    },
    {
      client_id: MACHINE_CLIENT,
      client_secret: CLIENT_SECRETS[MACHINE_CLIENT],
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    },
  ];
}

function featuresOf(pages: SignInPages): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = pages.logOut(form);
      },
      postLogoutSuccessSource: (context) => {
        context.body = pages.loggedOut();
      },
    },
    resourceIndicators: {
      enabled: true,
      useGrantedResource: () => true,
      defaultResource: (_context, _client, oneOf) => oneOf ?? [],
      getResourceServerInfo: () => ({
        scope: CLIENT_SCOPES.join(' '),
        audience: LOCAL_AUDIENCE,
        accessTokenFormat: 'jwt',
        accessTokenTTL: WORKING_DAY,
        jwt: { sign: { alg: SIGNING_ALGORITHM } },
      }),
    },
  };
}

/** In seconds; undefined where nobody signed in. */
function signedInAt({ oidc }: KoaContextWithOIDC): number | undefined {
  const { AuthorizationCode: code, RefreshToken: refresh } = oidc.entities;
  return code?.authTime ?? refresh?.authTime;
}

function claimsOfAccount(subject: string): Record<string, unknown> | undefined {
  const persona = PERSONAS.find((one) => one.subject === subject);
  return persona === undefined ? undefined : { ...persona.claims };
}

function accountOf(
  subject: string,
): { accountId: string; claims: () => { sub: string; [claim: string]: unknown } } | undefined {
  const claims = claimsOfAccount(subject);
  return claims === undefined
    ? undefined
    : { accountId: subject, claims: () => ({ sub: subject, ...claims }) };
}

/** On a local set-up nobody is asked whether the portal may know who signed in. */
async function grantWithoutAsking(
  context: KoaContextWithOIDC,
): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { client, session, provider } = context.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  if (known !== undefined) return provider.Grant.find(known);
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(LOCAL_AUDIENCE, CLIENT_SCOPES.join(' '));
  await grant.save();
  return grant;
}
