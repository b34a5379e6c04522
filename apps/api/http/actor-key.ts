import type { ClientActor, PersonActor } from '../../../libs/identity/actor-of-token.js';

/** By what an actor is told from every other one: a person's id, or a machine's with a mark before it. */
export function actorKeyOf(actor: PersonActor | ClientActor): string {
  return actor.kind === 'person' ? actor.personId : `client:${actor.clientId}`;
}
