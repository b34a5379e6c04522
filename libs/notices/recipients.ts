import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import type { NoticeRecipient } from '../domain/notice/notice.types.js';
import type { Channel } from '../domain/participants/participant.types.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import type { Addressee } from '../record/read/addressees.read.js';
import type { PlanStates } from './plan-states.js';

/** Leaders by organisation. */
export type Leaders = ReadonlyMap<string, string>;

/** Who leads the organisations that keep the plans or take part in them. */
export async function leadersOf(source: Pick<EntityManager, 'query'>, states: PlanStates): Promise<Leaders> {
  const organisationIds = [...states.values()].flatMap((state) => [
    state.organisationId,
    ...Object.values(state.participants).flatMap(({ organisationId }) => organisationId ?? []),
  ]);
  const rows = await source.query<{ id: string; leader: string }[]>(
    `SELECT id, leader_person_id AS leader FROM organisations
     WHERE id = ANY($1) AND leader_person_id IS NOT NULL`,
    [[...new Set(organisationIds)]],
  );
  return new Map(rows.map(({ id, leader }) => [id, leader]));
}

/** The person who is meant, at this moment; null if there is none. */
export function personIdOf(
  state: PlanState,
  recipient: NoticeRecipient,
  leaders: Leaders,
  now: Instant,
): string | null {
  const teamLeader = leaders.get(state.organisationId) ?? null;
  switch (recipient.kind) {
    case 'participant':
      return state.participants[recipient.participantId]?.personId ?? null;
    case 'person':
      return recipient.personId;
    case 'teamLeader':
      return teamLeader;
    case 'coordinator':
      return state.coordinatorPersonId ?? deputyOf(state, now) ?? teamLeader;
    case 'partyLeader': {
      const organisationId = state.participants[recipient.participantId]?.organisationId ?? null;
      return organisationId === null ? null : (leaders.get(organisationId) ?? null);
    }
  }
}

function deputyOf({ deputy }: PlanState, now: Instant): string | null {
  return deputy !== null && deputy.from <= now && now < deputy.to ? deputy.personId : null;
}

/** How a recipient is reached: participants as the plan says, everybody else as they have chosen themselves. */
export function channelTo(state: PlanState, recipient: NoticeRecipient, addressee: Addressee): Channel {
  if (recipient.kind !== 'participant') return addressee.channel;
  return state.participants[recipient.participantId]?.channel ?? addressee.channel;
}
