import { type ClientActor, clientActor, type PersonActor, personActor } from './actor-of-token.js';
import { isAtLeast } from './claims/assurance.js';
import type { ClientClaims, PersonClaims } from './claims/read-claims.js';
import type { ClientDirectory } from './client-directory.js';
import { AssuranceTooLow, TokenRefused } from './identity-errors.js';
import type { PersonDirectory, RegisteredPerson } from './person-directory.js';
import type { IdentitySettings } from './provider/identity-settings.js';
import type { SignIn } from './sign-in-anew.js';
import { type KeyedHash, signInKeys } from './sign-in-key.js';
import type { TokenVerifier } from './token-verifier.js';

/** Longer than any provider makes them, in characters; nothing longer is looked at. */
const LONGEST_TOKEN = 12_000;

/** What it takes to know who somebody is. */
export interface AuthenticationParts {
  readonly settings: Pick<IdentitySettings, 'issuer' | 'leastAssurance'>;
  readonly verifier: TokenVerifier;
  readonly people: PersonDirectory;
  readonly clients: ClientDirectory;
  readonly keyed: KeyedHash;
}

/** Who bears a token, and how they signed in; null for a machine. */
export type SignedInBearer =
  | { readonly actor: PersonActor; readonly signIn: SignIn }
  | { readonly actor: ClientActor; readonly signIn: null };

/** Finds out who somebody is: what a provider says, held against the register. */
export class Authentication {
  constructor(private readonly parts: AuthenticationParts) {}

  /**
   * Who bears a token.
   * @throws TokenRefused for a token that does not hold, or somebody who is not registered; AssuranceTooLow for a
   *   person who signed in less surely than is asked for; ProviderUnavailable if it cannot be found out now.
   */
  async bearer(token: string): Promise<PersonActor | ClientActor> {
    return (await this.signedIn(token)).actor;
  }

  /** The same, with how a person signed in; a machine proves itself with each token. */
  async signedIn(token: string): Promise<SignedInBearer> {
    if (token.length > LONGEST_TOKEN) throw new TokenRefused('length');
    const claims = await this.parts.verifier.verify(token);
    if (claims.kind === 'client') return { actor: await this.client(claims), signIn: null };
    const { signedInAt: at, assurance } = claims;
    return { actor: await this.person(claims), signIn: { at, assurance } };
  }

  /**
   * The person whom a provider's claims are about.
   * @throws TokenRefused for somebody who is not registered, or not in that organisation; AssuranceTooLow.
   */
  async person(claims: PersonClaims): Promise<PersonActor> {
    const { leastAssurance } = this.parts.settings;
    if (!isAtLeast(claims.assurance, leastAssurance)) throw new AssuranceTooLow(leastAssurance);
    const person = await this.registered(claims);
    if (person === null) throw new TokenRefused('person');
    const actor = personActor(person, claims);
    if (claims.cpr !== null) await this.parts.people.noteNumber(actor.personId, claims.cpr);
    return actor;
  }

  /** Found by how the provider knows them, or a private person by their number. */
  private async registered(claims: PersonClaims): Promise<RegisteredPerson | null> {
    const { people, keyed, settings } = this.parts;
    const found = await people.bySignIn(signInKeys(keyed, settings.issuer, claims));
    if (found !== null || claims.cpr === null || claims.cvr !== null) return found;
    return people.byNumber(claims.cpr);
  }

  private async client(claims: ClientClaims): Promise<ClientActor> {
    const client = await this.parts.clients.find(claims.clientId);
    if (client === null) throw new TokenRefused('client');
    return clientActor(client, claims);
  }
}
