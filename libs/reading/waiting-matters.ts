import type { ProvisionalMatter } from '../domain/confirmation/confirmation.types.js';
import { provisionalMatters } from '../domain/confirmation/matters.js';
import type { GrantedKind } from '../domain/consent/consent.types.js';
import type { PlanState } from '../domain/plan/plan.types.js';

/** What waits for a second person, with what it opens. */
export interface WaitingMatter extends ProvisionalMatter {
  readonly kinds: readonly GrantedKind[];
}

/** What waits for a second person, oldest first: codes, ids and times. */
export function waitingMatters(state: PlanState): WaitingMatter[] {
  return provisionalMatters(state)
    .map((matter) => ({ ...matter, kinds: kindsOf(state, matter) }))
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
}

function kindsOf(
  { bases, grants }: PlanState,
  { matter, subjectId, participantId }: ProvisionalMatter,
): readonly GrantedKind[] {
  if (matter === 'basis') return bases[subjectId]?.kinds ?? [];
  if (matter !== 'consent') return [];
  const own = Object.values(grants).filter(
    (grant) => grant.consentId === subjectId && grant.participantId === participantId,
  );
  return [...new Set(own.flatMap(({ kinds }) => kinds))];
}
