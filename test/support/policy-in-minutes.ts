import type { LadderRung } from '../../libs/domain/deadline/awaited.types.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { Policy, PolicyPeriod } from '../../libs/domain/plan/policy.types.js';

/**
 * The default policy with every working day replaced by so many minutes: it goes by no calendar, so a test does not
 * depend on the day and the hour at which it runs.
 */
export function policyInMinutes(version: string, minutesPerDay: number): Policy {
  const inMinutes = (period: PolicyPeriod): PolicyPeriod =>
    period.workingDays === undefined ? period : { minutes: period.workingDays * minutesPerDay };
  const rung = ({ offset, ...rest }: LadderRung): LadderRung => ({
    ...rest,
    offset: offset.workingDays === undefined ? offset : { minutes: offset.workingDays * minutesPerDay },
  });
  const periods = Object.entries(defaultPolicy).map(([name, value]: [string, unknown]) => [
    name,
    name.endsWith('Within') || name.endsWith('Notice') || PERIODS.includes(name)
      ? mapPeriods(value, inMinutes)
      : value,
  ]);
  const ladders = Object.entries(defaultPolicy.ladders).map(([kind, rungs]) => [kind, rungs.map(rung)]);
  return {
    ...(Object.fromEntries(periods) as Policy),
    version,
    ladders: Object.fromEntries(ladders) as Policy['ladders'],
  };
}

const PERIODS = ['requiredRolesCheckBefore', 'retryProblemAfter'];

/** A period, or a period for each of several kinds. */
function mapPeriods(value: unknown, change: (period: PolicyPeriod) => PolicyPeriod): unknown {
  const period = value as PolicyPeriod & Readonly<Record<string, PolicyPeriod>>;
  if (period.workingDays !== undefined || period.minutes !== undefined) return change(period);
  return Object.fromEntries(
    Object.entries(value as Record<string, PolicyPeriod>).map(([kind, one]) => [kind, change(one)]),
  );
}

/**
 * A policy by which a silent party is reminded at short intervals, and everything else is days away.
 * @param seconds when after the request each reminder comes; the last of them is an escalation, at the deadline
 */
export function quickReminders(version: string, seconds: readonly number[]): Policy {
  const deadline = seconds.at(-1) ?? 0;
  const calm = policyInMinutes(version, 24 * 60);
  return {
    ...calm,
    gatheringAnswerWithin: { minutes: deadline / 60 },
    ladders: {
      ...calm.ladders,
      gatheringAnswer: seconds.map((second) => ({
        step: second === deadline ? 'escalateSilence' : 'remindParty',
        offset: { minutes: (second - deadline) / 60 },
      })),
    },
  };
}
