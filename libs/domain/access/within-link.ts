import type { Actor } from '../plan/actor.js';
import { ensure } from '../plan/errors.js';
import { LINK_OPERATIONS } from './link-operations.js';

/**
 * Whether an operation is among those that the actor's link is for. Who came by no link is restricted by none. It is asked
 * where everything is read, where every command is decided and where uploads are taken.
 * @throws DomainError ACTOR.NOT_PERMITTED
 */
export function checkWithinLink(actor: Actor, operation: string): void {
  if (actor.kind !== 'person' || actor.link === undefined) return;
  const operations: readonly string[] = LINK_OPERATIONS[actor.link.purpose];
  ensure(operations.includes(operation), 'ACTOR.NOT_PERMITTED', { expected: operations.join(', ') });
}
