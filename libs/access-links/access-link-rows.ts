import type { AccessLink, LinkPurpose } from '../domain/access/access-link.types.js';
import type { Instant } from '../domain/calendar/index.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import type { Employment } from '../domain/standing/standing.js';
import type { Queryable } from '../persistence/queryable.js';
import { NEWEST_EVENT } from '../persistence/snapshots/verified-rows.js';
import { organisationsFrom } from '../record/employments.js';

/** The columns of an `AccessLink`. */
export const LINK_COLUMNS = `l.link_id AS "linkId", l.plan_id AS "planId", l.participant_id AS "participantId",
  l.person_id AS "personId", l.purpose, l.expires_at AS "expiresAt", l.revoked_at AS "revokedAt", l.used_at AS "usedAt",
  l.wrong_codes AS "wrongCodes"`;

/** A link with where its holder works and the plan that it is for; null for a plan that was erased. */
export interface LinkInPlan {
  readonly employment: Employment;
  readonly link: AccessLink;
  readonly state: PlanState | null;
}

/** The link of an id as it stands, or null. */
export async function linkInPlan(source: Queryable, linkId: string): Promise<LinkInPlan | null> {
  const rows = await source.query<Row[]>(
    `SELECT ${LINK_COLUMNS}, plans.state, ${NEWEST_EVENT}, coalesce(h.organisation_roles, '{}') AS roles,
       ${organisationsFrom('h.organisation_id')} AS "worksIn"
     FROM access_links l JOIN plans ON plans.id = l.plan_id
     LEFT JOIN people h ON h.id = l.person_id AND h.erased_at IS NULL WHERE l.link_id = $1`,
    [linkId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { state, newestEvent: _newestEvent, worksIn, roles, ...link } = row;
  return { link, state, employment: { worksIn, roles } };
}

type Row = AccessLink &
  Employment & { readonly state: PlanState | null; readonly newestEvent: number | null };

/** A link as those see it who see the whole plan; its token is in the mail alone. */
export interface GivenLink {
  readonly linkId: string;
  readonly participantId: string;
  readonly personId: string;
  readonly purpose: LinkPurpose;
  readonly givenAt: Instant;
  readonly givenByPersonId: string;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly revokedByPersonId: string | null;
  readonly usedAt: Instant | null;
  readonly wrongCodes: number;
}

/** The columns of a `GivenLink`. */
export const GIVEN_COLUMNS = `link_id AS "linkId", participant_id AS "participantId", person_id AS "personId", purpose,
  given_at AS "givenAt", given_by_person_id AS "givenByPersonId", expires_at AS "expiresAt", revoked_at AS "revokedAt",
  revoked_by_person_id AS "revokedByPersonId", used_at AS "usedAt", wrong_codes AS "wrongCodes"`;
