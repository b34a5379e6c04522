import type { Instant } from '../calendar/index.js';
import { citizenDied } from '../death/deaths.js';
import { heldBackDeliveries } from '../distribution/distribution.steps.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { cancellation } from '../meeting/meeting.decide.js';
import { activeParticipants, isCitizen } from '../participants/participants.js';
import type { Agreement } from '../drafting/drafting.types.js';
import type { Actor } from './actor.js';
import type { EndReason, PlanEvent, PlanState } from './plan.types.js';
import { isCitizensOwn } from './rights.js';

/** Reasons that are the citizen's own no: nobody but the citizen can turn it into a yes. */
export const CITIZENS_NO: readonly EndReason[] = ['citizenDeclined', 'citizenWithdrew'];

/** How a course ends. */
export interface Ending {
  readonly reason: EndReason;
  readonly mergedIntoPlanId: string | null;
  readonly note: string | null;
  /** The person on the citizen's side who ended it themself. */
  readonly by?: string;
}

/**
 * Everything that ends with a course: agreements, meetings to come and what was still to be sent. With the citizen's own no
 * ends whatever somebody may know: every consent and every other basis, at this instant.
 */
export function endings(state: PlanState, { by, ...ending }: Ending, at: Instant): PlanEvent[] {
  const { reason } = ending;
  const isNo = CITIZENS_NO.includes(reason);
  const afterDeath = reason === 'died' || citizenDied(state);
  const told = isNo ? toldOfTheNo(state, by, at) : [];
  return [
    ...(reason === 'died' && !citizenDied(state)
      ? [{ type: 'deathNoted', personId: state.citizenPersonId } as const]
      : []),
    ...openAgreements(state).map(({ agreementId }): PlanEvent => ({
      type: 'agreementEnded',
      agreementId,
      outcome: 'dropped',
      reason,
      replacedBy: null,
    })),
    ...cancelledMeetings(state, 'planEnded', afterDeath, at),
    ...heldBackDeliveries(state),
    ...(isNo ? endedRights(state, reason, by) : []),
    {
      type: 'planEnded',
      ...ending,
      ...(by !== undefined && { by }),
      ...(told.length > 0 && { participantIds: told }),
    },
  ];
}

/** Who ends a course themself, as the citizen or in their place. */
export function saidBy(state: PlanState, actor: Actor, at: Instant): { by?: string } {
  return actor.kind === 'person' && isCitizensOwn(state, actor, at) ? { by: actor.personId } : {};
}

/** Agreements that bind somebody and have not ended. */
export function openAgreements(state: PlanState): Agreement[] {
  return Object.values(state.agreements).filter(
    ({ outcome, bindingSince }) => outcome === null && bindingSince !== null,
  );
}

/** Cancels every meeting that has not begun. */
export function cancelledMeetings(
  state: PlanState,
  reason: string,
  afterDeath: boolean,
  at: Instant,
): PlanEvent[] {
  return Object.values(state.meetings)
    .filter(({ status }) => status === 'proposed' || status === 'fixed')
    .filter(({ from }) => from === null || at < from)
    .map((meeting) => cancellation(meeting, reason, afterDeath));
}

/** Who knows of the course and has to be told that it is over; not whoever ended it. */
function toldOfTheNo(state: PlanState, by: string | undefined, at: Instant): string[] {
  return activeParticipants(state)
    .filter(({ participantId, personId }) => !isCitizen(participantId) && personId !== by)
    .map(({ participantId }) => participantId)
    .filter((participantId) => mayKnow(state, participantId, at))
    .sort();
}

function endedRights(state: PlanState, reason: string, by: string | undefined): PlanEvent[] {
  const grants = Object.values(state.grants);
  const recipients = [...new Set(grants.map(({ participantId }) => participantId))].sort();
  return [
    ...recipients.map((participantId): PlanEvent => ({
      type: 'consentWithdrawn',
      participantId,
      grantIds: grants.filter((one) => one.participantId === participantId).map(({ grantId }) => grantId),
      ...(by !== undefined && { by }),
    })),
    ...Object.keys(state.bases)
      .sort()
      .map((basisId): PlanEvent => ({ type: 'basisEnded', basisId, reason })),
  ];
}
