import { askedOfCitizen } from '../deadline/asked-of-citizen.js';
import type { Awaited, DueStep } from '../deadline/awaited.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { ProvisionalMatter } from './confirmation.types.js';
import { provisionalMatters } from './matters.js';

/** The reference of what the team leader is asked to see confirmed: recorded again, it is another. */
export function confirmationRef({ confirmationId }: { readonly confirmationId: string }, at: string): string {
  return `confirmation:${confirmationId}:${at}`;
}

/** A consent is confirmed by the citizen, or who speaks for them, who can say best. */
export function consentConfirmations(state: PlanState): Awaited[] {
  const consents = provisionalMatters(state).filter(({ matter }) => matter === 'consent');
  return [...new Map(consents.map((one) => [one.subjectId, one])).values()].flatMap((one) =>
    askedOfCitizen(state, {
      ref: `consentConfirmation:${one.subjectId}`,
      kind: 'consentConfirmation',
      since: one.recordedAt,
      deadline: one.confirmBy,
      clock: 'calendar',
    }),
  );
}

/** For everything else the team leader sees to it that a second person looks. */
export function confirmationAwaits(state: PlanState): Awaited[] {
  return Object.values(state.provisional ?? {}).map(ofLeader);
}

function ofLeader(matter: ProvisionalMatter): Awaited {
  return {
    ref: confirmationRef(matter, matter.recordedAt),
    kind: 'confirmation',
    from: { kind: 'teamLeader' },
    since: matter.recordedAt,
    deadline: matter.confirmBy,
    clock: 'calendar',
  };
}

/** What nobody confirmed in time is gone; what counts already waits on, since it has opened something. */
export function confirmationSteps(state: PlanState): DueStep[] {
  return Object.values(state.provisional ?? {})
    .filter(({ countsAlready }) => !countsAlready)
    .map((matter) => {
      const ref = confirmationRef(matter, matter.recordedAt);
      return {
        step: 'lapseProvisionalMatter',
        ref,
        key: `lapseProvisionalMatter:${ref}`,
        at: matter.confirmBy,
      };
    });
}
