import type { OrganisationRole } from '../plan/actor.js';

/**
 * A command that names a person whose workplace counts. The record looks it up in the register; nobody else says it, and
 * what is left out counts as working nowhere.
 */
export interface NamesWorker {
  /** The organisations in which the named person works: the own one first, then those above it. */
  readonly worksIn?: readonly string[];
  /** What the named person is in their organisation. */
  readonly worksAs?: readonly OrganisationRole[];
  /** Under which other ids the register knows the same person, by the keyed hash of their number. */
  readonly sameAs?: readonly string[];
  /** The organisations whose plans the named person leads, under whichever id. */
  readonly leads?: readonly string[];
  /** Whether the register has the named person's death. */
  readonly deceased?: boolean;
}

/** A command for which it counts where the person works who gives it, looked up in the same way. */
export interface GivenByWorker {
  /** The organisations in which the actor works: the own one first, then those above it. */
  readonly actorWorksIn?: readonly string[];
  /** Under which other ids the register knows the actor, by the keyed hash of their number. */
  readonly actorSameAs?: readonly string[];
  /** Where those work who take part, by person: the own organisation first, then those above it. */
  readonly recipientsWorkIn?: Readonly<Record<string, readonly string[]>>;
}
