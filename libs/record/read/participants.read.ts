import type { Instant } from '../../domain/calendar/index.js';
import type { Channel, ParticipantRole } from '../../domain/participants/participant.types.js';
import type { ContactBook } from '../../persistence/contact-details/contact-book.js';
import {
  type ContactDetails,
  NO_CONTACT_DETAILS,
} from '../../persistence/contact-details/contact-details.js';
import { standingOf, stands } from '../../domain/standing/standing.js';
import type { Queryable } from '../../persistence/queryable.js';
import { organisationsFrom } from '../employments.js';

/** A participant with the person behind it. What of it is shown to whom is for the gate for disclosure to say. */
export interface ParticipantView extends ContactDetails {
  readonly participantId: string;
  readonly personId: string;
  readonly role: ParticipantRole;
  readonly channel: Channel;
  readonly joinedAt: Instant;
  readonly removedAt: Instant | null;
  readonly removalReason: string | null;
  /** Null for readers from whom the walls keep it. */
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** Name and address must not be shown where they need not be. */
  readonly protectedIdentity: boolean;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  /** Whether the person still works in that organisation, by the register; null for who takes part as themself. */
  readonly worksThere: boolean | null;
  /** Where the person works now, by the register. */
  readonly presentOrganisationId: string | null;
  readonly presentOrganisationName: string | null;
}

/** A participant as the reader's rules need them. */
export interface ParticipantRow extends ParticipantView {
  /** Whether they sign in themselves: by a sign-in of their own, or by a citizen's number. */
  readonly signsIn: boolean;
  /** Whether the plan shows of them what the register has; else what its own people wrote. */
  readonly showsRegister: boolean;
}

/** Everyone who takes part or took part, in the order of joining. */
export async function participantsOf(
  source: Queryable,
  contacts: ContactBook,
  planId: string,
): Promise<ParticipantRow[]> {
  const rows = await source.query<Row[]>(
    `SELECT pa.participant_id AS "participantId", pa.person_id AS "personId", pa.role, pa.channel,
       pa.joined_at AS "joinedAt", pa.removed_at AS "removedAt", n.note AS "removalReason",
       nullif(pe.given_name, '') AS "givenName", nullif(pe.family_name, '') AS "familyName",
       coalesce(pe.protected_identity, true) AS "protectedIdentity",
       pe.subject IS NOT NULL OR EXISTS (SELECT FROM citizens c WHERE c.person_id = pa.person_id) AS "signsIn",
       pa.organisation_id AS "organisationId", pa.shows_register AS "showsRegister",
       o.name AS "organisationName", pe.organisation_id AS "presentOrganisationId",
       present.name AS "presentOrganisationName", pe.id IS NOT NULL AS "isVisible",
       ${organisationsFrom('pe.organisation_id')} AS "worksIn"
     FROM participants pa
     LEFT JOIN people pe ON pe.id = pa.person_id
     LEFT JOIN organisations o ON o.id = pa.organisation_id
     LEFT JOIN organisations present ON present.id = pe.organisation_id
     LEFT JOIN coordination_notes n
       ON n.plan_id = pa.plan_id AND n.concern = 'participantRemoval' AND n.ref = pa.participant_id
     WHERE pa.plan_id = $1
     ORDER BY pa.joined_at, pa.participant_id`,
    [planId],
  );
  const details = await contacts.read(
    source,
    rows.map(({ personId }) => personId),
  );
  const hidden = rows.filter(({ showsRegister }) => !showsRegister).map(({ personId }) => personId);
  const written = await contacts.introductions(source, planId, hidden);
  return rows.map(({ worksIn, isVisible, ...row }) => {
    const there = isVisible ? worksThere(row, worksIn) : null;
    if (row.showsRegister)
      return { ...row, worksThere: there, ...(details.get(row.personId) ?? NO_CONTACT_DETAILS) };
    // Not even whether the register has them as protected: that would be told by what is missing.
    const nothing = {
      givenName: null,
      familyName: null,
      presentOrganisationId: null,
      presentOrganisationName: null,
      ...NO_CONTACT_DETAILS,
    };
    return {
      ...row,
      worksThere: null,
      protectedIdentity: false,
      signsIn: false,
      ...nothing,
      ...written.get(row.personId),
    };
  });
}

type Row = Omit<ParticipantRow, keyof ContactDetails | 'worksThere'> & {
  readonly worksIn: readonly string[];
  /** Whether the walls show who it is. */
  readonly isVisible: boolean;
};

function worksThere(
  { role, organisationId }: Pick<ParticipantRow, 'role' | 'organisationId'>,
  worksIn: readonly string[],
): boolean | null {
  const standing = standingOf({ role, organisationId });
  return standing.for === 'themself' ? null : stands(standing, { worksIn, roles: [] });
}
