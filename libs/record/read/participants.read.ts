import type { Instant } from '../../domain/calendar/index.js';
import type { Channel, ParticipantRole } from '../../domain/participants/participant.types.js';
import type { ReadSource } from './page.js';

/** A participant with the person behind it. What of it is shown to whom is for the gate for disclosure to say. */
export interface ParticipantView {
  readonly participantId: string;
  readonly personId: string;
  readonly role: ParticipantRole;
  readonly channel: Channel;
  readonly joinedAt: Instant;
  readonly removedAt: Instant | null;
  readonly removalReason: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
  /** Name and address must not be shown where they need not be. */
  readonly protectedIdentity: boolean;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
}

/** Everyone who takes part or took part, in the order of joining. */
export async function participantsOf(source: ReadSource, planId: string): Promise<ParticipantView[]> {
  return source.query(
    `SELECT pa.participant_id AS "participantId", pa.person_id AS "personId", pa.role, pa.channel,
       pa.joined_at AS "joinedAt", pa.removed_at AS "removedAt", pa.removal_reason AS "removalReason",
       pe.given_name AS "givenName", pe.family_name AS "familyName", pe.email, pe.telephone, pe.address,
       pe.protected_identity AS "protectedIdentity", pa.organisation_id AS "organisationId",
       o.name AS "organisationName"
     FROM participants pa
     JOIN people pe ON pe.id = pa.person_id
     LEFT JOIN organisations o ON o.id = pa.organisation_id
     WHERE pa.plan_id = $1
     ORDER BY pa.joined_at, pa.participant_id`,
    [planId],
  );
}
