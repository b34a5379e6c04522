import type { PlanState } from '../plan/plan.types.js';
import type { Matter, ProvisionalMatter } from './confirmation.types.js';

type Holding = Pick<PlanState, 'provisional'>;

export function confirmationId(matter: Matter, subjectId: string): string {
  return `${matter}:${subjectId}`;
}

/** What waits for a second person, a consent's part for one recipient included, in no order. */
export function provisionalMatters(state: PlanState): ProvisionalMatter[] {
  return [...consents(state), ...Object.values(state.provisional ?? {})];
}

/** What waits for a second person under this id, or nothing. */
export function matterOf(state: PlanState, id: string): ProvisionalMatter | undefined {
  return provisionalMatters(state).find((one) => one.confirmationId === id);
}

/** Whether something stands on one person's word and counts for nothing yet. */
export function isProvisional(state: Holding, matter: Matter, subjectId: string): boolean {
  const id = confirmationId(matter, subjectId);
  const { provisional = {} } = state;
  return Object.hasOwn(provisional, id) && provisional[id]?.countsAlready === false;
}

/** Consents are kept as grants: one matter for each consent and recipient. */
function consents({ grants, participants }: PlanState): ProvisionalMatter[] {
  const open = Object.values(grants).filter(
    ({ status, participantId }) =>
      status === 'provisional' && participants[participantId]?.removedAt === null,
  );
  const matters = open.map(({ consentId, participantId, recordedBy, recordedAt, confirmBy, to }) => ({
    confirmationId: confirmationId('consent', `${consentId}:${participantId}`),
    matter: 'consent' as const,
    subjectId: consentId,
    participantId,
    recordedBy,
    recordedAt,
    confirmBy: confirmBy ?? to,
    countsAlready: false,
  }));
  return [...new Map(matters.map((one) => [one.confirmationId, one])).values()];
}
