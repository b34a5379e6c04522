import type { GrantedKind } from '../../../../libs/domain/consent/consent.types.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { VisibleConsents } from '../../../../libs/reading/visible-parts.js';
import type { ConsentView } from '../../../../libs/record/read/consents.read.js';

/** Somebody to whom something may be told, with what stands for them in the ledger. */
export interface Recipient {
  readonly participantId: string;
  /** Those that open something, or will. */
  readonly given: readonly ConsentView[];
  /** Those that wait for the citizen or a second person. */
  readonly provisional: readonly ConsentView[];
  readonly past: readonly ConsentView[];
}

/** Everybody who needs the citizen's consent, as far as the reader may see them. */
export function recipientsOf(head: PlanHead, { grants }: VisibleConsents): Recipient[] {
  return head.participants
    .filter(({ role, removedAt }) => role !== 'citizen' && role !== 'custodyHolder' && removedAt === null)
    .filter(({ participantId }) => head.whole || head.own.includes(participantId))
    .map(({ participantId }) => recipientOf(participantId, grants));
}

/** One of them. */
export function recipientOf(participantId: string, grants: readonly ConsentView[]): Recipient {
  const own = grants.filter((grant) => grant.participantId === participantId);
  const open = own.filter(({ endedAt }) => endedAt === null);
  return {
    participantId,
    given: open.filter(({ status }) => status === 'given'),
    provisional: open.filter(({ status }) => status === 'provisional'),
    past: own.filter(({ endedAt }) => endedAt !== null),
  };
}

/** What all of these allow together, each kind once. */
export function kindsOf(grants: readonly ConsentView[]): GrantedKind[] {
  return [...new Set(grants.flatMap(({ kinds }) => kinds))];
}

/** Whether the reader may change consents. The rules say so again when something is sent. */
export function mayChange({ whole }: PlanHead): boolean {
  return whole;
}

/** Whether what stands was given by a young person themself, so that nobody else on their side changes it. */
export function isTheirsAlone(head: PlanHead, { given }: Recipient): boolean {
  const byCustody = head.roles.includes('custodyHolder') && head.citizenAnswers;
  return byCustody && given.length > 0 && given.every(({ givenBy }) => givenBy === 'citizen');
}
