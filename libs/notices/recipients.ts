import type { Instant } from '../domain/calendar/index.js';
import type { NoticeRecipient } from '../domain/notice/notice.types.js';
import { meetingDeputies } from '../domain/meeting/meeting-deputies.js';
import type { Channel } from '../domain/participants/participant.types.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import {
  coordinationStandings,
  NO_EMPLOYMENT,
  type Standing,
  standingOf,
  stands,
} from '../domain/standing/standing.js';
import type { Queryable } from '../persistence/queryable.js';
import { type Employments, employmentsOf, organisationsFrom } from '../record/employments.js';
import type { Addressee } from '../record/read/addressees.read.js';
import type { PlanStates } from './plan-states.js';

/** Who leads an organisation and those above it, the own one first. */
interface LedOrganisation {
  readonly organisationId: string;
  /** The organisation and those above it. */
  readonly within: readonly string[];
  readonly leaderPersonId: string;
}

/** What the register says, at this moment, of those who may be meant. */
export interface Reachable {
  /** By organisation, the nearest leader first. */
  readonly leaders: ReadonlyMap<string, readonly LedOrganisation[]>;
  readonly employments: Employments;
}

/** Looks up who leads the organisations that keep plans or take part in them, and where everybody works who may be meant. */
export async function reachableOf(source: Queryable, states: PlanStates): Promise<Reachable> {
  const plans = [...states.values()];
  const parties = plans.flatMap(({ participants }) => Object.values(participants));
  const organisationIds = [
    ...plans.map(({ organisationId }) => organisationId),
    ...parties.flatMap(({ organisationId }) => organisationId ?? []),
  ];
  const leaders = await leadersOf(source, [...new Set(organisationIds)]);
  const personIds = [
    ...[...leaders.values()].flat().map(({ leaderPersonId }) => leaderPersonId),
    ...parties.filter((one) => standingOf(one).for !== 'themself').map(({ personId }) => personId),
    ...plans.flatMap(({ coordinatorPersonId, deputy, proposal }) =>
      [coordinatorPersonId, deputy?.personId, proposal?.successorPersonId].flatMap((one) => one ?? []),
    ),
    ...plans.flatMap((plan) => meetingDeputies(plan).map(({ personId }) => personId)),
  ];
  return { leaders, employments: await employmentsOf(source, personIds) };
}

async function leadersOf(
  source: Queryable,
  organisationIds: readonly string[],
): Promise<Map<string, LedOrganisation[]>> {
  const rows = await source.query<(LedOrganisation & { of: string })[]>(
    `WITH asked AS MATERIALIZED (
       SELECT keeping.id, ${organisationsFrom('keeping.id')} AS above FROM organisations keeping WHERE keeping.id = ANY ($1)
     )
     SELECT asked.id AS of, led.id AS "organisationId", asked.above[place:] AS within,
       led.leader_person_id AS "leaderPersonId"
     FROM asked, unnest(asked.above) WITH ORDINALITY AS one (id, place)
     JOIN organisations led ON led.id = one.id AND led.leader_person_id IS NOT NULL
     ORDER BY asked.id, place`,
    [organisationIds],
  );
  return Map.groupBy(rows, ({ of }) => of);
}

/** The person who is meant and who still is what they are meant as, at this moment; null if there is none. */
export function personIdOf(
  state: PlanState,
  recipient: NoticeRecipient,
  reachable: Reachable,
  now: Instant,
): string | null {
  switch (recipient.kind) {
    case 'participant':
      return representativeOf(state, recipient.participantId, reachable);
    case 'person':
      return isWhatTheyWereNamed(state, recipient.personId, reachable) ? recipient.personId : null;
    case 'teamLeader':
      return leaderOf(state.organisationId, reachable);
    case 'coordinator':
      return (
        coordinatorOf(state, reachable) ??
        deputyOf(state, reachable, now) ??
        leaderOf(state.organisationId, reachable)
      );
    case 'partyLeader': {
      const organisationId = state.participants[recipient.participantId]?.organisationId ?? null;
      return organisationId === null ? null : ownLeaderOf(organisationId, reachable);
    }
  }
}

/** Whether a recipient who takes part for an authority works there no more. */
export function hasLeft(state: PlanState, recipient: NoticeRecipient, reachable: Reachable): boolean {
  if (recipient.kind !== 'participant') return false;
  const participant = state.participants[recipient.participantId];
  return participant !== undefined && representativeOf(state, recipient.participantId, reachable) === null;
}

function representativeOf(
  { participants }: PlanState,
  participantId: string,
  reachable: Reachable,
): string | null {
  const participant = participants[participantId];
  if (participant === undefined) return null;
  return isStanding(participant.personId, standingOf(participant), reachable) ? participant.personId : null;
}

function coordinatorOf(state: PlanState, reachable: Reachable): string | null {
  const { coordinatorPersonId: personId } = state;
  if (personId === null) return null;
  return isStanding(personId, coordinationStandings(state).coordinator, reachable) ? personId : null;
}

function deputyOf(state: PlanState, reachable: Reachable, now: Instant): string | null {
  const { deputy } = state;
  if (deputy === null || now < deputy.from || now >= deputy.to) return null;
  return isStanding(deputy.personId, coordinationStandings(state).deputy, reachable) ? deputy.personId : null;
}

/** Whoever was named for the plan and is told so must still be able to be it; anybody else is told as who they are. */
function isWhatTheyWereNamed(state: PlanState, personId: string, reachable: Reachable): boolean {
  const standings = coordinationStandings(state);
  const named = [
    [state.coordinatorPersonId, standings.coordinator],
    [state.deputy?.personId, standings.deputy],
    [state.proposal?.successorPersonId, standings.successor],
  ] as const;
  const deputised = meetingDeputies(state).map(
    (one) => [one.personId, standingOf(state.participants[one.participantId] ?? NOBODY)] as const,
  );
  const own = [...named, ...deputised].filter(([one]) => one === personId);
  return own.length === 0 || own.some(([, standing]) => isStanding(personId, standing, reachable));
}

/** Of whom a deputy comes who takes part no more. */
const NOBODY = { role: 'otherAuthority', organisationId: null } as const;

function isStanding(personId: string, standing: Standing, { employments }: Reachable): boolean {
  return stands(standing, employments.get(personId) ?? NO_EMPLOYMENT);
}

/** The nearest leader who still leads: of the organisation, or of one above it if nobody does. */
function leaderOf(organisationId: string, reachable: Reachable): string | null {
  const leaders = reachable.leaders.get(organisationId) ?? [];
  return leaders.find((led) => leads(led, reachable))?.leaderPersonId ?? null;
}

function ownLeaderOf(organisationId: string, reachable: Reachable): string | null {
  const own = reachable.leaders.get(organisationId)?.find((led) => led.organisationId === organisationId);
  return own !== undefined && leads(own, reachable) ? own.leaderPersonId : null;
}

/** Whoever leads an organisation works in it, or with it below or in the same one: the register says which they lead. */
function leads({ within, leaderPersonId }: LedOrganisation, { employments }: Reachable): boolean {
  const { worksIn, roles } = employments.get(leaderPersonId) ?? NO_EMPLOYMENT;
  return roles.includes('teamLeader') && worksIn.some((one) => within.includes(one));
}

/** How a recipient is reached: participants as the plan says, everybody else as they have chosen themselves. */
export function channelTo(state: PlanState, recipient: NoticeRecipient, addressee: Addressee): Channel {
  if (recipient.kind !== 'participant') return addressee.channel;
  return state.participants[recipient.participantId]?.channel ?? addressee.channel;
}
