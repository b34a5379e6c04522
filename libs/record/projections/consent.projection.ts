import type { ConsentEvent } from '../../domain/consent/consent.types.js';
import type { EventContext, ProjectorsOf } from './projection.types.js';
import { type ColumnValue, insertRow, json, updateRows } from './rows.js';

/** The ledger keeps every grant, how it ended and when; the snapshot only those that can still open something. */
export const consentProjectors: ProjectorsOf<ConsentEvent> = {
  consentAttempted: (context, { participantIds, outcome, place, helperPersonId, minutesSpent }) =>
    recordAttempt(context, {
      participant_ids: participantIds,
      outcome,
      place,
      helper_person_id: helperPersonId,
      minutes_spent: minutesSpent,
      reason: null,
    }),
  async consentGiven(context, event) {
    if (event.replacedGrantIds.length > 0) await endGrants(context, event.replacedGrantIds, 'replaced');
    await insertGrants(context, event);
  },
  async consentConfirmed(context, { grantIds, replacedGrantIds = [] }) {
    if (replacedGrantIds.length > 0) await endGrants(context, replacedGrantIds, 'replaced');
    await confirmGrants(context, grantIds);
  },
  consentRefused: (context, { participantId, reason }) =>
    recordAttempt(context, {
      participant_ids: [participantId],
      outcome: 'refused',
      place: null,
      helper_person_id: null,
      minutes_spent: null,
      reason,
    }),
  consentNarrowed: (context, { grantIds, keep }) => narrowGrants(context, grantIds, keep),
  consentWithdrawn: (context, { grantIds }) => endGrants(context, grantIds, 'withdrawn'),
  consentExpired: (context, { grantIds }) => endGrants(context, grantIds, 'expired'),
  provisionalConsentLapsed: (context, { grantIds }) => endGrants(context, grantIds, 'lapsed'),
  async custodyEnded({ manager, planId, at }, { participantIds }) {
    await manager.query(
      `UPDATE participants SET role = 'relative', joined_at = $3 WHERE plan_id = $1 AND participant_id = ANY ($2)`,
      [planId, participantIds, at],
    );
  },
  basisRecorded: (context, { basis, reason, extent, citizenTold, notToldBecause }) =>
    insertRow(context, 'statutory_bases', {
      basis_id: basis.basisId,
      participant_id: basis.participantId,
      basis: basis.basis,
      kinds: basis.kinds,
      valid_from: basis.from,
      valid_to: basis.to,
      reason,
      extent,
      citizen_told: citizenTold,
      not_told_because: notToldBecause,
      recorded_at: context.at,
    }),
  basisEnded: (context, { basisId, reason }) =>
    updateRows(
      context,
      'statutory_bases',
      { basis_id: basisId },
      { ended_at: context.at, end_reason: reason },
    ),
};

async function recordAttempt(
  context: EventContext,
  attempt: Readonly<Record<string, ColumnValue>>,
): Promise<void> {
  await insertRow(context, 'consent_attempts', { seq: context.seq, at: context.at, ...attempt });
}

async function insertGrants(
  { manager, planId, sealer }: EventContext,
  event: Extract<ConsentEvent, { type: 'consentGiven' }>,
): Promise<void> {
  await manager.query(
    `INSERT INTO consent_grants (
       plan_id, grant_id, consent_id, participant_id, kinds, granted_kinds, purpose, basis, valid_from, valid_to,
       status, manner, wording_version, given_by, recorded_by, recorded_at, confirm_by, place, helper_person_id,
       minutes_spent
     )
     SELECT $1, g."grantId", g."consentId", g."participantId", g.kinds, g.kinds, g.purpose, g.basis, g."from", g."to",
       g.status, $3, $4, $5, g."recordedBy", g."recordedAt", g."confirmBy", $6, $7, $8
     FROM jsonb_to_recordset($2::jsonb) AS g (
       "grantId" text, "consentId" text, "participantId" text, kinds text[], purpose text, basis text,
       "from" timestamptz, "to" timestamptz, status text, "recordedBy" uuid, "recordedAt" timestamptz,
       "confirmBy" timestamptz
     )`,
    [
      planId,
      json(event.grants),
      event.manner,
      event.wordingVersion,
      event.givenBy,
      sealer.words(event.place),
      event.helperPersonId,
      event.minutesSpent,
    ],
  );
}

async function confirmGrants(
  { manager, planId, at }: EventContext,
  grantIds: readonly string[],
): Promise<void> {
  await manager.query(
    `UPDATE consent_grants SET status = 'given', confirmed_at = $3, confirm_by = NULL
     WHERE plan_id = $1 AND grant_id = ANY ($2)`,
    [planId, grantIds, at],
  );
}

/** As `keptKinds`: of what is to be kept, what the grant covered, and the fact of the course in any case. */
async function narrowGrants(
  { manager, planId, at }: EventContext,
  grantIds: readonly string[],
  keep: readonly string[],
): Promise<void> {
  await manager.query(
    `UPDATE consent_grants AS g SET
       kinds = narrowed.kinds,
       narrowed_at = $4,
       status = CASE WHEN narrowed.kinds = '{}' THEN 'narrowed' ELSE g.status END,
       ended_at = CASE WHEN narrowed.kinds = '{}' THEN $4::timestamptz ELSE g.ended_at END
     FROM (
       SELECT grant_id, ARRAY(
         SELECT kind FROM unnest($3::text[]) WITH ORDINALITY AS kept (kind, place)
         WHERE kind = 'course' OR kind = ANY (old.kinds)
           OR (kind LIKE 'existingPlans:%' AND 'existingPlans' = ANY (old.kinds))
         ORDER BY place
       ) AS kinds
       FROM consent_grants old WHERE plan_id = $1 AND grant_id = ANY ($2)
     ) AS narrowed
     WHERE g.plan_id = $1 AND g.grant_id = narrowed.grant_id`,
    [planId, grantIds, keep, at],
  );
}

async function endGrants(
  { manager, planId, at }: EventContext,
  grantIds: readonly string[],
  how: 'replaced' | 'withdrawn' | 'expired' | 'lapsed',
): Promise<void> {
  await manager.query(
    `UPDATE consent_grants SET status = $3, ended_at = $4 WHERE plan_id = $1 AND grant_id = ANY ($2)`,
    [planId, grantIds, how, at],
  );
}
