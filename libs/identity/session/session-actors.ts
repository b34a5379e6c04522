import { type PersonActor, personActor } from '../actor-of-token.js';
import { TokenRefused } from '../identity-errors.js';
import type { LinkDirectory } from '../link-directory.js';
import type { PersonDirectory } from '../person-directory.js';
import type { FoundSession, Session, SessionStore } from './session-store.js';

/** Somebody who is signed in, or why nobody is. */
export type SignedIn =
  | { readonly state: 'active'; readonly session: Session; readonly actor: PersonActor }
  | { readonly state: 'timedOut' }
  | { readonly state: 'linkOver' }
  | { readonly state: 'none' };

/** From a session to an actor, each time anew: what the register says now, and the state of a link's plan, is what counts. */
export class SessionActors {
  constructor(
    private readonly store: SessionStore,
    private readonly people: PersonDirectory,
    private readonly links: LinkDirectory,
  ) {}

  /** For somebody who does something: the session goes on from now. */
  async use(id: string): Promise<SignedIn> {
    return this.#signedIn(id, await this.store.use(id));
  }

  /** Without that counting as something that the person does. */
  async look(id: string): Promise<SignedIn> {
    return this.#signedIn(id, await this.store.look(id));
  }

  async #signedIn(id: string, found: FoundSession): Promise<SignedIn> {
    if (found.state !== 'active') return found;
    const actor = await this.#actorOf(found.session);
    if (actor !== null) return { ...found, actor };
    await this.store.end(id);
    return { state: found.session.accessLinkId === null ? 'none' : 'linkOver' };
  }

  /**
   * Null for a person who has been removed, or is no longer in the organisation that was signed in for; and once the link
   * that somebody came by opens nothing any more.
   */
  async #actorOf({ personId, claimed, accessLinkId }: Session): Promise<PersonActor | null> {
    const person = await this.people.byId(personId);
    const link = accessLinkId === null ? undefined : await this.links.standing(accessLinkId);
    if (person === null || link === null) return null;
    try {
      return { ...personActor(person, claimed), ...(link === undefined ? {} : { link }) };
    } catch (error) {
      if (error instanceof TokenRefused) return null;
      throw error;
    }
  }
}
