import type { GrantedKind, SourcedKind } from './consent.types.js';

/** The existing plans of one source. */
export function existingPlansFrom(participantId: string): SourcedKind {
  return `existingPlans:${participantId}`;
}

/** The participant whose existing plans a kind is about; null for a kind that is about no single source. */
export function sourceOf(kind: GrantedKind): string | null {
  return kind.startsWith('existingPlans:') ? kind.slice('existingPlans:'.length) : null;
}

/**
 * Whether what is named covers a kind of information. Every grant and basis implies the fact that there is a course;
 * all existing plans cover those of each source.
 */
export function covers(kinds: readonly GrantedKind[], kind: GrantedKind): boolean {
  return (
    kind === 'course' || kinds.includes(kind) || (sourceOf(kind) !== null && kinds.includes('existingPlans'))
  );
}
