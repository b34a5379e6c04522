import type { Origin } from '../audit/audit-entry.types.js';
import type { Operation } from '../domain/access/operation-rules.js';
import type { PersonActor } from '../identity/actor-of-token.js';

/** Who reads, by which operation, from where. */
export interface Viewer<O extends Operation = Operation> {
  readonly actor: PersonActor;
  readonly operation: O;
  readonly origin: Origin;
}
