import type { NoticeOutcome } from '../domain/notice/notice.types.js';
import { DomainError } from '../domain/plan/errors.js';
import { derivedId } from '../record/derived-id.js';
import type { PlanRecord } from '../record/plan-record.js';
import { loggable, type NoticeLog } from './notice-log.js';
import { type NoticeRow, participantIdOf } from './notice-row.js';
import { processOrigin } from '../audit/audit-entry.types.js';

/**
 * Tells a plan what became of a notice if it must know: how a distribution went, and what failed or may have failed, so
 * that it becomes a task for the coordinator.
 * @param code of a mail server or of what failed; never an address
 */
export async function reportNotice(
  record: PlanRecord,
  row: NoticeRow,
  outcome: NoticeOutcome,
  code: string | null,
  log: NoticeLog,
): Promise<void> {
  const needed =
    outcome === 'failed' || outcome === 'uncertain' ? !isAboutTask(row) : versionOf(row) !== null;
  if (needed) await tellPlan(record, row, outcome, code, log);
}

/** Tells a plan what became of a notice, once, however often it is told. */
export async function tellPlan(
  record: PlanRecord,
  row: NoticeRow,
  outcome: NoticeOutcome,
  code: string | null,
  log: NoticeLog,
): Promise<void> {
  const version = versionOf(row);
  const id = derivedId('reportNotice', row.key, outcome);
  const participantId = participantIdOf(row);
  // Only what was handed to a mail server had begun.
  const begunAt = outcome === 'accepted' || outcome === 'delivered' ? row.claimedAt : null;
  try {
    await record.execute(
      row.planId,
      { type: 'reportNotice', noticeKey: row.key, outcome, participantId, version, code, begunAt },
      { actor: { kind: 'process' }, commandId: id, expectedSeq: null, origin: processOrigin(id) },
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    log.warn({ ...loggable(row), code: error.code }, 'the plan refused to be told of a notice');
  }
}

/** The version whose sending a notice is. */
function versionOf({ kind, version }: NoticeRow): number | null {
  return kind === 'versionReady' ? version : null;
}

/** A task that cannot be mailed stands in its list; it would only raise the next one. */
export function isAboutTask({ kind, ref }: NoticeRow): boolean {
  return kind === 'taskRaised' || ref?.startsWith('task:') === true;
}
