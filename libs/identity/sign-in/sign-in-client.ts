import * as client from 'openid-client';
import { personClaims, type PersonClaims } from '../claims/read-claims.js';
import { ProviderUnavailable } from '../identity-errors.js';
import { sufficientAcrValues } from '../provider/identity-settings.js';
import type { SignInAttempt } from './sign-in-attempt.js';
import type { SignInSettings } from './sign-in-settings.js';

/** A sign-in did not come to an end: the person broke it off, it was not ours, or it was finished before. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';

  constructor(
    readonly reason: 'brokenOff' | 'notOurs',
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/** Whether somebody whom the provider knows is to sign in anew, and whether it must say when they did. */
export type Again = 'no' | 'yes' | 'recently';

/** A sign-in that has begun: where to send the browser, and what it is to keep meanwhile. */
export interface BegunSignIn {
  readonly address: string;
  readonly attempt: SignInAttempt;
}

/** A sign-in that has come to its end. */
export interface FinishedSignIn {
  readonly claims: PersonClaims;
  readonly idToken: string;
  /** The provider's own id of its session (OpenID Connect Back-Channel Logout 1.0, 2.1). */
  readonly providerSession: string | null;
}

/** A form that logs somebody out at the provider: sent as a form, the ID token is in no address. */
export interface LogOutForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Answers by which a provider says that it fails (RFC 6749, 4.1.2.1). */
const FAILED = ['server_error', 'temporarily_unavailable'];
/** What the library calls a state, nonce, issuer, audience, signature or time that is not as it must be. */
const NOT_OURS = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
];

/** How far the provider's clock may be from the machine's, in seconds. */
const TOLERANCE = 10;
/** Longest wait for an answer of the provider, in seconds. */
const PATIENCE = 5;

/** Signs people in and out at an OpenID provider (OpenID Connect Core; code flow with PKCE). */
export class SignInClient {
  #configuration: Promise<client.Configuration> | undefined;
  #formTarget: string;

  constructor(private readonly settings: SignInSettings) {
    this.#formTarget = new URL(settings.identity.issuer).origin;
  }

  /** Origin to which forms lead, as far as is known. */
  get formTarget(): string {
    return this.#formTarget;
  }

  /**
   * Begins a sign-in.
   * @param returnTo A path of ours to which the person wants to get.
   * @param again Whether the person is to sign in anew although the provider knows them; `recently` if that is to be proved, for
   *   what opens or ends much.
   * @throws ProviderUnavailable
   */
  async begin(returnTo: string, language: string, again: Again = 'no'): Promise<BegunSignIn> {
    const configuration = await this.#discovered();
    const { identity } = this.settings;
    const { anew, leastAssurance } = identity;
    const attempt = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      returnTo,
      ...(again === 'recently' ? { longestAgo: anew.minutes * 60 } : {}),
    };
    const acrValues = sufficientAcrValues(identity, again === 'recently' ? anew.assurance : leastAssurance);
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.settings.returnAddress,
      scope: this.settings.scopes,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ui_locales: language,
      ...(acrValues === '' ? {} : { acr_values: acrValues }),
      ...(again === 'no' ? {} : { prompt: 'login' }),
      ...(attempt.longestAgo === undefined ? {} : { max_age: String(attempt.longestAgo) }),
    });
    return { address: address.href, attempt };
  }

  /**
   * Finishes a sign-in with what the provider led back with.
   * @param query The query of the address that it led to.
   * @throws SignInFailed; ProviderUnavailable, also for a provider whose claims are not of their form.
   */
  async finish(query: string, attempt: SignInAttempt): Promise<FinishedSignIn> {
    const configuration = await this.#discovered();
    const address = new URL(this.settings.returnAddress);
    address.search = query;
    try {
      const tokens = await client.authorizationCodeGrant(configuration, address, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
        ...(attempt.longestAgo === undefined ? {} : { maxAge: attempt.longestAgo }),
      });
      return await this.#finished(configuration, tokens);
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** The form that logs somebody out at the provider too; null if it offers no log-out. */
  async logOutForm(idToken: string, language: string): Promise<LogOutForm | null> {
    const configuration = await this.#discovered();
    const action = configuration.serverMetadata().end_session_endpoint;
    if (action === undefined) return null;
    return {
      action,
      fields: {
        id_token_hint: idToken,
        client_id: this.settings.clientId,
        post_logout_redirect_uri: this.settings.loggedOutAddress,
        ui_locales: language,
      },
    };
  }

  async #finished(
    configuration: client.Configuration,
    tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>,
  ): Promise<FinishedSignIn> {
    const idClaims = tokens.claims();
    if (idClaims === undefined || tokens.id_token === undefined) throw new SignInFailed('notOurs');
    // The library knows providers with many tenants; we know one.
    if (idClaims.iss !== this.settings.identity.issuer) throw new SignInFailed('notOurs');
    const more = this.settings.userInfo
      ? await client.fetchUserInfo(configuration, tokens.access_token, idClaims.sub)
      : {};
    return {
      claims: personClaims({ ...more, ...idClaims }, this.settings.identity.claims),
      idToken: tokens.id_token,
      providerSession: typeof idClaims['sid'] === 'string' ? idClaims['sid'] : null,
    };
  }

  /** Asked once; after a failure it is asked again the next time. */
  async #discovered(): Promise<client.Configuration> {
    this.#configuration ??= this.#discover();
    try {
      return await this.#configuration;
    } catch (error) {
      this.#configuration = undefined;
      throw new ProviderUnavailable('metadata', { cause: error });
    }
  }

  async #discover(): Promise<client.Configuration> {
    const { identity, clientId, insecure } = this.settings;
    const configuration = await client.discovery(
      new URL(identity.issuer),
      clientId,
      { [client.clockTolerance]: TOLERANCE },
      this.#authentication(),
      {
        timeout: PATIENCE,
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it beyond one machine
        execute: [...(insecure ? [client.allowInsecureRequests] : []), client.enableNonRepudiationChecks],
      },
    );
    const target = configuration.serverMetadata().end_session_endpoint;
    if (target !== undefined) this.#formTarget = new URL(target).origin;
    return configuration;
  }

  #authentication(): client.ClientAuth {
    const { clientSecret, clientAuthentication } = this.settings;
    if (clientSecret === null) return client.None();
    return clientAuthentication === 'client_secret_basic'
      ? client.ClientSecretBasic(clientSecret)
      : client.ClientSecretPost(clientSecret);
  }
}

/** A provider that cannot be reached, fails, or does not know us has refused nobody. */
function failureOf(error: unknown): unknown {
  if (error instanceof SignInFailed) return error;
  if (error instanceof client.AuthorizationResponseError && !FAILED.includes(error.error)) {
    return new SignInFailed('brokenOff', { cause: error });
  }
  if (isNotOurs(error)) return new SignInFailed('notOurs', { cause: error });
  return new ProviderUnavailable('sign-in', { cause: error });
}

/** The code was used or made up, or what came back is not what this sign-in asked for. */
function isNotOurs(error: unknown): boolean {
  if (error instanceof client.ResponseBodyError) return error.error === 'invalid_grant';
  return error instanceof client.ClientError && NOT_OURS.includes(error.code ?? '');
}
