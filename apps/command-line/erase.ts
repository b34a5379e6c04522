import { randomUUID } from 'node:crypto';
import type { Origin } from '../../libs/audit/audit-entry.types.js';
import { isUuid } from '../../libs/contracts/ids.js';
import { DomainError } from '../../libs/domain/plan/errors.js';
import { ErasureRefused, type ErasureRefusal } from '../../libs/erasure/erasure-refused.js';
import { forgetDestroyedKeys } from '../../libs/erasure/forget-keys.js';
import { PlanErasure } from '../../libs/erasure/plan-erasure.js';
import { retentionSettingsOf } from '../../libs/erasure/retention-settings.js';
import { RetentionRun } from '../../libs/erasure/retention-run.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';

type ErasingParts = Pick<ProcessParts, 'environment' | 'database' | 'clock' | 'vault' | 'audit' | 'logger'>;

const WHY: Readonly<Record<ErasureRefusal, string>> = {
  'ERASURE.HELD_BACK': 'Its erasure is held back.',
  'ERASURE.NOTICE_UNDER_WAY': 'Something of it is just being sent: try again in a quarter of an hour.',
};

/**
 * Erases what was kept for its time, or one plan that has ended, whether its time is over or not (GDPR article 17). It
 * cannot be undone.
 */
export async function erase(
  parts: ErasingParts,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [which] = words;
  if (words.length !== 1 || which === undefined || (which !== '--due' && !isUuid(which))) {
    say('erase expects the id of a plan, or --due');
    return 2;
  }
  const origin: Origin = { channel: 'commandLine', address: null, correlationId: randomUUID() };
  return which === '--due'
    ? eraseDue(parts, origin, say)
    : erasePlan(parts, which.toLowerCase(), origin, say);
}

async function eraseDue(parts: ErasingParts, origin: Origin, say: (line: string) => void): Promise<number> {
  const run = new RetentionRun(parts, retentionSettingsOf(parts.environment));
  const { plans, people, heldBack, failed, again, addressMonths, answers } = await run.apply(origin);
  say(`${plans} plan(s) and ${people} person(s) erased; ${heldBack} held back, ${failed} not erased.`);
  say(`${addressMonths} month(s) of network addresses and ${answers} answer(s) forgotten.`);
  if (again > 0) say(`${again} plan(s) erased again that a restored backup had brought back.`);
  return failed === 0 ? 0 : 1;
}

async function erasePlan(
  parts: ErasingParts,
  planId: string,
  origin: Origin,
  say: (line: string) => void,
): Promise<number> {
  try {
    const { now, erasedAt, people } = await new PlanErasure(parts).erase(planId, {
      actor: { kind: 'process' },
      origin,
    });
    if (now) await forgetDestroyedKeys(parts.database);
    say(
      now
        ? `Plan ${planId} is erased, and ${people} person(s) with it.`
        : `Plan ${planId} was erased at ${erasedAt}.`,
    );
    return 0;
  } catch (error) {
    const why = reasonOf(error);
    if (why === null) throw error;
    say(`Plan ${planId} is not erased. ${why}`);
    return 1;
  }
}

function reasonOf(error: unknown): string | null {
  if (error instanceof ErasureRefused) return WHY[error.code];
  if (!(error instanceof DomainError)) return null;
  if (error.code === 'PLAN.NOT_FOUND') return 'There is no such plan.';
  return error.code === 'PLAN.NOT_ENDED' ? 'It has not ended.' : null;
}
