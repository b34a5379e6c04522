import type { Instant } from '../../domain/calendar/index.js';
import type {
  ConsentBasis,
  ConsentManner,
  GrantedKind,
  Purpose,
  StatutoryBasis,
} from '../../domain/consent/consent.types.js';
import type { ConsentGrantEntity } from '../../persistence/entities/index.js';
import type { Queryable } from '../../persistence/queryable.js';

/** One recipient's part of a consent, as the ledger has it. */
export interface ConsentView {
  readonly grantId: string;
  readonly consentId: string;
  readonly participantId: string;
  readonly kinds: readonly GrantedKind[];
  readonly grantedKinds: readonly GrantedKind[];
  readonly purpose: Purpose;
  readonly basis: ConsentBasis;
  readonly from: Instant;
  readonly to: Instant;
  readonly status: ConsentGrantEntity['status'];
  readonly manner: ConsentManner;
  readonly wordingVersion: string;
  readonly givenBy: ConsentGrantEntity['givenBy'];
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly confirmBy: Instant | null;
  readonly confirmedAt: Instant | null;
  readonly narrowedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly place: string;
  readonly helperPersonId: string | null;
  readonly minutesSpent: number;
}

export interface ConsentAttemptView {
  readonly seq: number;
  readonly at: Instant;
  readonly participantIds: readonly string[];
  readonly outcome: 'notReached' | 'postponed' | 'askedAgain' | 'refused';
  readonly place: string | null;
  readonly helperPersonId: string | null;
  readonly minutesSpent: number | null;
  readonly reason: string | null;
}

export interface StatutoryBasisView {
  readonly basisId: string;
  readonly participantId: string;
  readonly basis: StatutoryBasis;
  readonly kinds: readonly GrantedKind[];
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
  readonly extent: string;
  readonly citizenTold: boolean;
  readonly notToldBecause: string | null;
  readonly recordedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
}

/** The ledger of consents, newest first, those that ended included. */
export async function consentsOf(source: Queryable, planId: string): Promise<ConsentView[]> {
  return source.query(
    `SELECT grant_id AS "grantId", consent_id AS "consentId", participant_id AS "participantId", kinds,
       granted_kinds AS "grantedKinds", purpose, basis, valid_from AS "from", valid_to AS "to", status, manner,
       wording_version AS "wordingVersion", given_by AS "givenBy", recorded_by AS "recordedBy",
       recorded_at AS "recordedAt", confirm_by AS "confirmBy", confirmed_at AS "confirmedAt",
       narrowed_at AS "narrowedAt", ended_at AS "endedAt", place, helper_person_id AS "helperPersonId",
       minutes_spent AS "minutesSpent"
     FROM consent_grants WHERE plan_id = $1 ORDER BY recorded_at DESC, grant_id`,
    [planId],
  );
}

/** The work of asking for consent, newest first, with the citizen's refusals. */
export async function consentAttemptsOf(source: Queryable, planId: string): Promise<ConsentAttemptView[]> {
  return source.query(
    `SELECT seq, at, participant_ids AS "participantIds", outcome, place, helper_person_id AS "helperPersonId",
       minutes_spent AS "minutesSpent", reason
     FROM consent_attempts WHERE plan_id = $1 ORDER BY seq DESC`,
    [planId],
  );
}

/** Recorded bases other than consent, newest first. */
export async function statutoryBasesOf(source: Queryable, planId: string): Promise<StatutoryBasisView[]> {
  return source.query(
    `SELECT basis_id AS "basisId", participant_id AS "participantId", basis, kinds, valid_from AS "from",
       valid_to AS "to", reason, extent, citizen_told AS "citizenTold", not_told_because AS "notToldBecause",
       recorded_at AS "recordedAt", ended_at AS "endedAt", end_reason AS "endReason"
     FROM statutory_bases WHERE plan_id = $1 ORDER BY recorded_at DESC, basis_id`,
    [planId],
  );
}
