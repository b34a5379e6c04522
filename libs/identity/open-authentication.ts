import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import { Authentication } from './authentication.js';
import type { IdentitySettings } from './provider/identity-settings.js';
import { OpenIdTokenVerifier } from './provider/open-id-token.verifier.js';
import { signedTokensOf } from './provider/signed-tokens-of.js';
import { RegisteredClients } from './register/registered-clients.js';
import { RegisteredPeople } from './register/registered-people.js';
import type { KeyedHash } from './sign-in-key.js';

/** What authentication stands on. */
export interface AuthenticationFoundation {
  readonly settings: IdentitySettings;
  readonly clock: Clock;
  readonly database: Pick<DataSource, 'query'>;
  readonly keyed: KeyedHash;
}

/** Authentication by an OpenID provider against the register in PostgreSQL. Asks the provider when it is needed. */
export function openAuthentication(foundation: AuthenticationFoundation): Authentication {
  const { settings, clock, database, keyed } = foundation;
  return new Authentication({
    settings,
    verifier: new OpenIdTokenVerifier(settings, signedTokensOf(settings.issuer, clock)),
    people: new RegisteredPeople(database, keyed),
    clients: new RegisteredClients(database),
    keyed,
  });
}
