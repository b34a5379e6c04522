import type { Origin } from '../audit/audit-entry.types.js';
import type { Operation } from '../domain/access/operation-rules.js';
import type { ClientActor, PersonActor } from '../identity/actor-of-token.js';

/** Who reads, by which operation, from where; a person, unless what is read tells of no plan. */
export interface Viewer<O extends Operation = Operation, A extends PersonActor | ClientActor = PersonActor> {
  readonly actor: A;
  readonly operation: O;
  readonly origin: Origin;
}

/** Who reads what is open to machines, too. */
export type OpenViewer = Viewer<Operation, PersonActor | ClientActor>;
