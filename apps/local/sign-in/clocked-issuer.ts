import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Clock } from '../../../libs/clock/clock.js';
import type { CastName } from '../demonstration/cast.js';
import { LOOPBACK } from '../engines/ports.js';
import { LOCAL_AUDIENCE } from './local-claims.js';
import { personaOf } from './personas.js';

const ALGORITHM = 'ES256';
/** How long a token is valid, in seconds. */
const LIFETIME = 3600;

interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Claims over the usual ones; one that is undefined is left out. */
export type ClaimsOver = Readonly<Record<string, unknown>>;

/**
 * An OpenID provider without pages: it serves its metadata and keys over HTTP like any other, and signs tokens by a
 * clock of one's own. For demonstrations and tests whose time is not the machine's.
 */
export class ClockedIssuer {
  /** How often its metadata or its keys have been asked for. */
  asked = 0;
  #keys: readonly SigningKey[] = [];

  private constructor(
    readonly issuer: string,
    private readonly clock: Clock,
    private readonly server: Server,
  ) {}

  static async start(clock: Clock): Promise<ClockedIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
    const { port } = server.address() as AddressInfo;
    const issuer = new ClockedIssuer(`http://${LOOPBACK}:${port}`, clock, server);
    await issuer.rotate();
    server.on('request', issuer.#answer);
    return issuer;
  }

  /** An access token for somebody of the cast. */
  tokenOf(name: CastName): Promise<string> {
    const { subject, claims } = personaOf(name);
    return this.token({ sub: subject, ...claims });
  }

  /** An access token for a machine, which it got for itself. */
  tokenOfClient(clientId: string, scope: string): Promise<string> {
    return this.token({ sub: clientId, client_id: clientId, scope });
  }

  /** An access token, valid for an hour. */
  async token(over: ClaimsOver): Promise<string> {
    const key = this.signingKey;
    const now = Math.floor(Date.parse(await this.clock.now()) / 1000);
    const claims = {
      iss: this.issuer,
      aud: LOCAL_AUDIENCE,
      client_id: 'kiplan-portal',
      iat: now,
      auth_time: now,
      exp: now + LIFETIME,
      ...over,
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: key.id })
      .sign(key.privateKey);
  }

  /** The key that signs now. */
  get signingKey(): SigningKey {
    const [key] = this.#keys;
    if (key === undefined) throw new Error('There is no key.');
    return key;
  }

  /** Signs under a new key from now on. What older ones signed goes on being verified until they are dropped. */
  async rotate(dropOld = false): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    const id = randomUUID();
    const publicJwk = { ...(await exportJWK(publicKey)), kid: id, alg: ALGORITHM, use: 'sig' };
    this.#keys = [{ id, privateKey, publicJwk }, ...(dropOld ? [] : this.#keys)];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  readonly #answer: RequestListener = (request, response) => {
    this.asked += 1;
    const found = this.#documents()[request.url ?? ''];
    response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(found ?? {}));
  };

  #documents(): Readonly<Record<string, object | undefined>> {
    return {
      '/.well-known/openid-configuration': { issuer: this.issuer, jwks_uri: `${this.issuer}/keys` },
      '/keys': { keys: this.#keys.map(({ publicJwk }) => publicJwk) },
    };
  }
}
