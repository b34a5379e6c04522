import type { ClientScope } from '../domain/plan/actor.js';

/** What the register knows of a machine. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly organisationId: string | null;
  readonly scopes: readonly ClientScope[];
}

/** Looks up whether a machine is registered. */
export abstract class ClientDirectory {
  /** The machine that the provider knows under this id, or null if it is not registered (any more). */
  abstract find(clientId: string): Promise<RegisteredClient | null>;
}
