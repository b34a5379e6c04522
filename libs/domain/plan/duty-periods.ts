import type { Instant } from '../calendar/index.js';
import { DUTIES, type Duty } from '../deadline/awaited.types.js';
import { isDistributing } from '../distribution/distribution.steps.js';
import { awaitsOf, withSameMatters } from './awaits.js';
import type { DutyPeriod, PlanState } from './plan.types.js';

/** Notes the beginning and the end of each duty as it comes and goes, for evaluation from the first day. */
export function withDutyPeriods(state: PlanState, at: Instant): PlanState {
  const active = activeDuties(state);
  const periods = DUTIES.flatMap((duty) => periodOf(state, duty, active.has(duty), at));
  return samePeriods(periods, state.dutyPeriods) ? state : withSameMatters(state, { dutyPeriods: periods });
}

function periodOf(state: PlanState, duty: Duty, active: boolean, at: Instant): DutyPeriod[] {
  const last = state.dutyPeriods.find((period) => period.duty === duty);
  if (active && last?.ended !== null)
    return [{ duty, round: (last?.round ?? 0) + 1, began: at, ended: null }];
  if (last === undefined) return [];
  return [!active && last.ended === null ? { ...last, ended: at } : last];
}

function activeDuties(state: PlanState): Set<Duty> {
  if (state.ended !== null) return new Set();
  const kinds = new Set(
    awaitsOf(state)
      .filter(({ since }) => since <= state.updatedAt)
      .map(({ kind }) => kind),
  );
  const any = (...wanted: Parameters<typeof kinds.has>[0][]): boolean =>
    wanted.some((kind) => kinds.has(kind));
  const meetings = Object.values(state.meetings);
  const active: Record<Duty, boolean> = {
    course: true,
    consent: any('consentDecision', 'consentConfirmation', 'consentRenewal'),
    gathering: any('gatheringRequest', 'gatheringAnswer'),
    convening:
      any('firstMeeting', 'followUpMeeting', 'meetingRecord') ||
      meetings.some(({ status }) => status === 'proposed' || status === 'fixed'),
    drafting: any('draftSubmission', 'draftApproval'),
    distribution: isDistributing(state),
    followUp: state.openedCycleAt !== null,
    handover: state.proposal !== null || state.vacancy !== null,
  };
  return new Set(DUTIES.filter((duty) => active[duty]));
}

function samePeriods(a: readonly DutyPeriod[], b: readonly DutyPeriod[]): boolean {
  return (
    a.length === b.length &&
    a.every((period, index) => period.round === b[index]?.round && period.ended === b[index].ended)
  );
}
