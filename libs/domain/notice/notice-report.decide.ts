import { disclosedKinds } from '../disclosure/may-disclose.js';
import { PLAN_KINDS } from '../distribution/distribution.steps.js';
import { type Delivery, deliveryKey } from '../distribution/distribution.types.js';
import type { CommandOf, PlanEvent, PlanState } from '../plan/plan.types.js';
import { raiseTaskOnce } from '../task/raise-task.js';
import { noticeKey } from './notices.js';

type Report = CommandOf<'reportNotice'>;

/**
 * How far a delivery must have come for an outcome to change it; a bounce comes after a server's yes. A mail that was on its
 * way when the course ended, and its delivery with it, has been sent all the same.
 */
const CHANGES: Readonly<Record<Exclude<Report['outcome'], 'uncertain'>, readonly Delivery['status'][]>> = {
  accepted: ['queued', 'withheld'],
  withheld: ['queued'],
  delivered: ['queued', 'withheld', 'accepted'],
  failed: ['queued', 'accepted', 'delivered'],
};

/** What follows for the plan from what became of a notice. A report that comes again or too late changes nothing. */
export function noticeReport(state: PlanState, report: Report, at: string): PlanEvent[] {
  const { noticeKey: key, outcome, participantId, code } = report;
  const reported: PlanEvent = { type: 'noticeReported', noticeKey: key, outcome, participantId, code };
  const followUp = isOvertaken(state, report)
    ? []
    : [...deliveryChange(state, report, at), ...work(state, report, at)];
  return [reported, ...doubtRemoved(state, report), ...followUp];
}

/** Whether the version was sent again since, or has been read: then it no longer matters how this notice fared. */
function isOvertaken(state: PlanState, { noticeKey: key, version, participantId }: Report): boolean {
  const delivery = deliveryOf(state, version, participantId);
  if (delivery === null || participantId === null) return false;
  const { orderedSeq } = delivery;
  const current =
    orderedSeq === undefined
      ? key
      : noticeKey(state.planId, orderedSeq, 'versionReady', { kind: 'participant', participantId });
  return delivery.status === 'read' || key !== current;
}

/** A sending that began before the right to it ended may be accepted after it: the ledger says so. */
function deliveryChange(state: PlanState, report: Report, at: string): PlanEvent[] {
  const { version, participantId, outcome, begunAt = null } = report;
  const delivery = deliveryOf(state, version, participantId);
  if (version === null || participantId === null || delivery === null || outcome === 'uncertain') return [];
  if (!CHANGES[outcome].includes(delivery.status)) return [];
  const hasRight = disclosedKinds(state, participantId, PLAN_KINDS, at).length > 0;
  return [
    {
      type: 'deliveryRecorded',
      version,
      participantId,
      status: outcome,
      channel: 'mail',
      note: null,
      ...(begunAt === null ? {} : { begunAt }),
      ...(begunAt === null || hasRight ? {} : { rightEnded: true }),
    },
  ];
}

/** What only the coordinator can mend or find out. */
function work(state: PlanState, report: Report, at: string): PlanEvent[] {
  const { version, participantId, outcome, noticeKey: key } = report;
  if (outcome === 'uncertain') {
    return raiseTaskOnce(state, 'noticeUncertain', key, { ref: null, participantId }, at);
  }
  if (outcome !== 'failed') return [];
  if (version !== null && participantId !== null) {
    const ref = `delivery:${deliveryKey(version, participantId)}`;
    return raiseTaskOnce(state, 'deliveryFailed', key, { ref, participantId }, at);
  }
  return raiseTaskOnce(state, 'addressFailed', participantId ?? key, { ref: null, participantId }, at);
}

/** Nobody need find out any more whether a mail went, once it is known. */
function doubtRemoved(state: PlanState, { outcome, noticeKey: key }: Report): PlanEvent[] {
  const taskId = `noticeUncertain:${key}`;
  if (outcome === 'uncertain' || state.tasks[taskId] === undefined) return [];
  return [{ type: 'taskClosed', taskId, how: 'moot', note: null }];
}

function deliveryOf(state: PlanState, version: number | null, participantId: string | null): Delivery | null {
  if (version === null || participantId === null) return null;
  return state.deliveries[deliveryKey(version, participantId)] ?? null;
}
