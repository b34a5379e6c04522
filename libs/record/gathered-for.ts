import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import type { NoticeRecipient } from '../domain/notice/notice.types.js';
import type { PlanState } from '../domain/plan/plan.types.js';

/** The leaders of organisations, by organisation. */
export type OwnLeaders = ReadonlyMap<string, string>;

/**
 * The person for whom a notice is gathered with others, as far as a plan tells when it is queued. It only says what may go
 * along: who gets it is looked up when it is sent.
 * @returns null for who is found only then; nothing is gathered for them
 */
export function gatheredFor(
  state: PlanState,
  recipient: NoticeRecipient,
  leaders: OwnLeaders,
  at: Instant,
): string | null {
  const { coordinatorPersonId, deputy, organisationId, participants } = state;
  switch (recipient.kind) {
    case 'participant':
      return participants[recipient.participantId]?.personId ?? null;
    case 'person':
      return recipient.personId;
    case 'coordinator': {
      const standsIn = deputy !== null && deputy.from <= at && at < deputy.to ? deputy.personId : null;
      return coordinatorPersonId ?? standsIn ?? leaders.get(organisationId) ?? null;
    }
    case 'teamLeader':
      return leaders.get(organisationId) ?? null;
    case 'partyLeader':
      return leaders.get(participants[recipient.participantId]?.organisationId ?? '') ?? null;
  }
}

/** Who leads the organisations of a plan, asked of the register only if a leader may be told. */
export async function leadersFor(
  manager: EntityManager,
  state: PlanState,
  recipients: readonly NoticeRecipient[],
): Promise<OwnLeaders> {
  const mayBeLeader = recipients.some(
    ({ kind }) =>
      kind === 'teamLeader' ||
      kind === 'partyLeader' ||
      (kind === 'coordinator' && state.coordinatorPersonId === null),
  );
  if (!mayBeLeader) return new Map();
  const organisationIds = [
    state.organisationId,
    ...Object.values(state.participants).flatMap(({ organisationId }) => organisationId ?? []),
  ];
  const rows = await manager.query<{ id: string; leader: string }[]>(
    `SELECT id, leader_person_id AS leader FROM organisations
     WHERE id = ANY ($1) AND leader_person_id IS NOT NULL`,
    [[...new Set(organisationIds)]],
  );
  return new Map(rows.map(({ id, leader }) => [id, leader]));
}
