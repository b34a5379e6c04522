import { startedState } from './course.evolve.js';
import { defaultPolicy } from './default-policy.js';
import type { EventOf } from './plan.types.js';

/**
 * Goes up when what stands within a field of the state changes its form or its meaning, so that snapshots which were kept
 * before are folded anew. A field that is new beside the others needs no change here: it is seen by itself.
 */
const FORM_OF_FIELDS = 1;

/** Begins a state of which nothing but its fields is looked at. */
const ANY_START = { policy: defaultPolicy } as EventOf<'planStarted'>;

/** In which form this release keeps snapshots: the form of what stands in their fields, and the fields by name. */
export const SNAPSHOT_FORM: readonly string[] = [
  String(FORM_OF_FIELDS),
  ...Object.keys(startedState(ANY_START, '')).sort(),
];
