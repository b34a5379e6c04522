import * as client from 'openid-client';
import { LOCAL_AUDIENCE } from './local-claims.js';
import type { Persona } from './persona.types.js';
import {
  CLIENT_SECRETS,
  COMMAND_LINE_CLIENT,
  COMMAND_LINE_REDIRECT,
  MACHINE_CLIENT,
} from './sign-in-settings.js';
import { Visitor } from './visitor.js';

/**
 * Signs a persona in at the local provider as a person with a browser does: the code flow with PKCE (RFC 7636), and the
 * choice on its page.
 * @returns An access token for the API.
 */
export async function signInAs(persona: Persona, issuer: string): Promise<string> {
  const configuration = await discovered(issuer, COMMAND_LINE_CLIENT, client.None());
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const begun = client.buildAuthorizationUrl(configuration, {
    redirect_uri: COMMAND_LINE_REDIRECT,
    scope: 'openid',
    resource: LOCAL_AUDIENCE,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  const returned = await choosePersona(new Visitor(), begun.href, persona, COMMAND_LINE_REDIRECT);
  const tokens = await client.authorizationCodeGrant(
    configuration,
    new URL(returned),
    { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
    { resource: LOCAL_AUDIENCE },
  );
  return tokens.access_token;
}

/**
 * Goes through the provider's pages as a persona.
 * @param returnAddress How the address begins to which the provider leads back.
 * @returns The address to which it led back, with the code.
 * @throws Error if it leads elsewhere.
 */
export async function choosePersona(
  visitor: Visitor,
  begun: string,
  { subject }: Pick<Persona, 'subject'>,
  returnAddress: string,
): Promise<string> {
  const page = await visitor.follow(begun, returnAddress);
  if (page.response === null) return page.address;
  const chosen = await visitor.send(page.address, { persona: subject });
  const { address, response } = await visitor.followFrom(page.address, chosen, returnAddress);
  if (response !== null) throw new Error(`The provider answers ${response.status} instead of signing in.`);
  return address;
}

/** An access token that the demonstration's machine gets for itself. */
export async function signInMachine(issuer: string, scope: string): Promise<string> {
  const secret = client.ClientSecretBasic(CLIENT_SECRETS[MACHINE_CLIENT]);
  const configuration = await discovered(issuer, MACHINE_CLIENT, secret);
  const { access_token: token } = await client.clientCredentialsGrant(configuration, {
    scope,
    resource: LOCAL_AUDIENCE,
  });
  return token;
}

/** The provider is on this machine, without TLS. */
function discovered(
  issuer: string,
  clientId: string,
  authentication: client.ClientAuth,
): Promise<client.Configuration> {
  return client.discovery(new URL(issuer), clientId, undefined, authentication, {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it beyond one machine
    execute: [client.allowInsecureRequests],
  });
}
