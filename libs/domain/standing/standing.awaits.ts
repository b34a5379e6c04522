import type { Instant } from '../calendar/index.js';
import type { Awaited } from '../deadline/awaited.types.js';
import { deadlineOf } from '../deadline/holds.js';
import { deadlineAfter } from '../deadline/period.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { activeParties } from '../participants/participants.js';
import type { Participant } from '../participants/participant.types.js';
import { REPRESENTATIVE_NAMED_WITHIN } from '../plan/default-policy.js';
import type { PlanState } from '../plan/plan.types.js';

/** Since when nobody answers for an authority, or null. */
export function vacantSince({ vacancies = [] }: Participant): Instant | null {
  return vacancies.find(({ to }) => to === null)?.from ?? null;
}

/** Whether a participant is an authority for which nobody answers at present. */
export function isVacant(state: Pick<PlanState, 'participants'>, participantId: string): boolean {
  const participant = state.participants[participantId];
  return participant !== undefined && vacantSince(participant) !== null;
}

/**
 * An authority for which nobody answers names somebody; without a consent it may not be asked, and it is the coordinator's
 * to settle.
 */
export function standingAwaits(state: PlanState): Awaited[] {
  const { policy, updatedAt } = state;
  return activeParties(state).flatMap((participant): Awaited[] => {
    const since = vacantSince(participant);
    if (since === null) return [];
    const { participantId } = participant;
    return [
      {
        ref: representativeRef(participantId, since),
        kind: 'representativeNamed',
        from: mayKnow(state, participantId, updatedAt)
          ? { kind: 'organisation', participantId }
          : { kind: 'coordinator' },
        since,
        deadline: deadlineAfter(
          since,
          policy.representativeNamedWithin ?? REPRESENTATIVE_NAMED_WITHIN,
          policy,
        ),
        clock: 'calendar',
      },
    ];
  });
}

export function representativeRef(participantId: string, since: Instant): string {
  return `representativeNamed:${participantId}:${since}`;
}

/**
 * What is awaited from an authority waits while nobody answers for it: it stays open, nobody is reminded, and the time
 * without anybody does not count.
 */
export function waitingForOrganisation(
  state: Pick<PlanState, 'participants' | 'policy'>,
  awaited: Awaited,
): Awaited {
  if (awaited.from.kind !== 'participant') return awaited;
  const { vacancies } = state.participants[awaited.from.participantId] ?? {};
  if (vacancies === undefined) return awaited;
  const isOpen = vacancies.some(({ to }) => to === null);
  return {
    ...awaited,
    deadline: deadlineOf({ ...awaited, clock: 'duty' }, { holds: vacancies, policy: state.policy }),
    ...(isOpen ? { dormant: true } : {}),
  };
}
