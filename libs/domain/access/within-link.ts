import type { Actor } from '../plan/actor.js';
import { ensure } from '../plan/errors.js';
import { LINK_OPERATIONS } from './link-operations.js';

/** Whether an operation is among those that the actor's link is for. Who came by no link is restricted by none. */
export function isWithinLink(actor: Actor, operation: string): boolean {
  const operations = operationsOf(actor);
  return operations === null || operations.includes(operation);
}

/**
 * The same, asked where everything is read, where every command is decided and where uploads are taken.
 * @throws DomainError ACTOR.NOT_PERMITTED
 */
export function checkWithinLink(actor: Actor, operation: string): void {
  const expected = operationsOf(actor)?.join(', ') ?? '';
  ensure(isWithinLink(actor, operation), 'ACTOR.NOT_PERMITTED', { expected });
}

function operationsOf(actor: Actor): readonly string[] | null {
  return actor.kind === 'person' && actor.link !== undefined ? LINK_OPERATIONS[actor.link.purpose] : null;
}
