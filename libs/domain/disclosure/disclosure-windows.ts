import type { Instant } from '../calendar/index.js';
import type { GrantedKind } from '../consent/consent.types.js';
import { citizenDied, isDead } from '../death/deaths.js';
import { activeParticipants } from '../participants/participants.js';
import type { Participant } from '../participants/participant.types.js';
import type { PlanState } from '../plan/plan.types.js';
import { ledKinds, proposedKinds } from './sight.js';

/**
 * What a window opens: kinds of information; `lead`, how the plan goes; `everything`, the plan as a whole; `accessLog`, who
 * looked at it.
 */
export type WindowKind = GrantedKind | 'lead' | 'everything' | 'accessLog';

/** Whom a window is for: a person, or whoever leads an organisation. */
export type WindowSubject =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'teamLeader'; readonly organisationId: string };

/** A stretch of time in which somebody may see something of a plan; open at its end if `to` is null. */
export interface DisclosureWindow {
  readonly subject: WindowSubject;
  /** The participant as whom the person sees it; null for who coordinates or leads. */
  readonly participantId: string | null;
  readonly kinds: readonly WindowKind[];
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/**
 * The whole answer of the gate, for every reader and every moment to come, as long as the state stays as it is. The
 * database keeps it as a second wall: a read that asked the gate wrongly finds nothing there.
 */
export function disclosureWindows(state: PlanState): DisclosureWindow[] {
  const windows = [
    ...coordination(state),
    ...activeParticipants(state).flatMap((one) => ofParticipant(state, one)),
  ];
  return windows.filter(({ subject }) => subject.kind !== 'person' || !isDead(state, subject.personId));
}

function coordination(state: PlanState): DisclosureWindow[] {
  const { coordinatorPersonId, deputy, proposal, organisationId } = state;
  return [
    ...(coordinatorPersonId === null ? [] : [always(coordinatorPersonId, ['everything'])]),
    ...(deputy === null
      ? []
      : [{ ...always(deputy.personId, ['everything']), from: deputy.from, to: deputy.to }]),
    ...(proposal === null ? [] : [always(proposal.successorPersonId, proposedKinds())]),
    {
      subject: { kind: 'teamLeader', organisationId },
      participantId: null,
      kinds: ['lead', ...ledKinds(state)],
      from: null,
      to: null,
    },
  ];
}

function ofParticipant(state: PlanState, participant: Participant): DisclosureWindow[] {
  const { participantId, personId, role } = participant;
  if (role === 'citizen') return [always(personId, ['everything', 'accessLog'], participantId)];
  const custody =
    role === 'custodyHolder' && state.citizenOfAgeAt !== null && !citizenDied(state)
      ? [{ ...always(personId, ['everything', 'accessLog'], participantId), to: state.citizenOfAgeAt }]
      : [];
  const grants = Object.values(state.grants)
    .filter(({ status, purpose }) => status === 'given' && purpose === 'coordination' && !citizenDied(state))
    .map(({ participantId: recipient, kinds, from, to }) => ({ recipient, kinds, from, to }));
  const bases = Object.values(state.bases).map(({ participantId: recipient, kinds, from, to }) => ({
    recipient,
    kinds,
    from,
    to,
  }));
  const granted = [...grants, ...bases]
    .filter(({ recipient }) => recipient === participantId)
    .map(({ kinds, from, to }): DisclosureWindow => ({
      subject: { kind: 'person', personId },
      participantId,
      // Every grant and basis implies the fact that there is a course.
      kinds: [...new Set<WindowKind>(['course', ...kinds])].sort(),
      from,
      to,
    }));
  return [...custody, ...granted];
}

function always(
  personId: string,
  kinds: readonly WindowKind[],
  participantId: string | null = null,
): DisclosureWindow {
  return { subject: { kind: 'person', personId }, participantId, kinds, from: null, to: null };
}
