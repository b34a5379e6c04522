import { type Instant, minInstant } from '../calendar/index.js';
import { isProvisional } from '../confirmation/matters.js';
import type { GrantedKind } from '../consent/consent.types.js';
import { citizenDied, isDead } from '../death/deaths.js';
import { meetingDeputies } from '../meeting/meeting-deputies.js';
import { activeParticipants } from '../participants/participants.js';
import type { Participant } from '../participants/participant.types.js';
import type { PlanState } from '../plan/plan.types.js';
import { vacantSince } from '../standing/standing.awaits.js';
import { AS_THEMSELF, coordinationStandings, type Standing, standingOf } from '../standing/standing.js';
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
  /** What a person must still be by the register to see through it; of a team leader the subject says it already. */
  readonly standing: Standing;
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
  const standings = coordinationStandings(state);
  return [
    ...(coordinatorPersonId === null
      ? []
      : [always(coordinatorPersonId, ['everything'], standings.coordinator)]),
    ...(deputy === null
      ? []
      : [{ ...always(deputy.personId, ['everything'], standings.deputy), from: deputy.from, to: deputy.to }]),
    ...(proposal === null || isProvisional(state, 'successor', proposal.successorPersonId)
      ? []
      : [always(proposal.successorPersonId, proposedKinds(), standings.successor)]),
    {
      subject: { kind: 'teamLeader', organisationId },
      participantId: null,
      standing: AS_THEMSELF,
      kinds: ['lead', ...ledKinds(state)],
      from: null,
      to: null,
    },
  ];
}

function ofParticipant(state: PlanState, participant: Participant): DisclosureWindow[] {
  const { participantId, personId, role } = participant;
  const standing = standingOf(participant);
  if (role === 'citizen') return [always(personId, ['everything', 'accessLog'], standing, participantId)];
  if (isProvisional(state, 'part', participantId)) return [];
  const custody =
    role === 'custodyHolder' && state.citizenOfAgeAt !== null && !citizenDied(state)
      ? [
          {
            ...always(personId, ['everything', 'accessLog'], standing, participantId),
            to: state.citizenOfAgeAt,
          },
        ]
      : [];
  const grants = Object.values(state.grants)
    .filter(({ status, purpose }) => status === 'given' && purpose === 'coordination' && !citizenDied(state))
    .map(({ participantId: recipient, kinds, from, to }) => ({ recipient, kinds, from, to }));
  const bases = Object.values(state.bases)
    .filter(({ basisId }) => !isProvisional(state, 'basis', basisId))
    .map(({ participantId: recipient, kinds, from, to }) => ({ recipient, kinds, from, to }));
  const granted = [...grants, ...bases]
    .filter(({ recipient }) => recipient === participantId)
    .map(({ kinds, from, to }): DisclosureWindow => ({
      subject: { kind: 'person', personId },
      participantId,
      standing,
      // Every grant and basis implies the fact that there is a course.
      kinds: [...new Set<WindowKind>(['course', ...kinds])].sort(),
      from,
      to,
    }));
  return [
    ...custody,
    ...granted,
    ...ofPartyLeader(participant, granted),
    ...ofMeetingDeputies(state, participant, granted),
  ];
}

/** While nobody answers for an authority, whoever leads it knows that there is a course, for as long as it may. */
function ofPartyLeader(participant: Participant, granted: readonly DisclosureWindow[]): DisclosureWindow[] {
  const { organisationId } = participant;
  if (organisationId === null || vacantSince(participant) === null) return [];
  return granted.map(({ from, to }) => ({
    subject: { kind: 'teamLeader', organisationId },
    participantId: null,
    standing: AS_THEMSELF,
    kinds: proposedKinds(),
    from,
    to,
  }));
}

/** Whoever comes to a meeting for an authority sees what it may see, until the meeting is over. */
function ofMeetingDeputies(
  state: PlanState,
  { participantId }: Participant,
  granted: readonly DisclosureWindow[],
): DisclosureWindow[] {
  return meetingDeputies(state)
    .filter((one) => one.participantId === participantId)
    .flatMap(({ personId, until }) =>
      granted.map((window): DisclosureWindow => ({
        ...window,
        subject: { kind: 'person', personId },
        to: window.to === null ? until : minInstant(window.to, until),
      })),
    );
}

function always(
  personId: string,
  kinds: readonly WindowKind[],
  standing: Standing,
  participantId: string | null = null,
): DisclosureWindow {
  return { subject: { kind: 'person', personId }, participantId, standing, kinds, from: null, to: null };
}
