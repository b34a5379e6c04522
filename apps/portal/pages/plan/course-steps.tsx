import type { VNode } from 'preact';
import type { Duty } from '../../../../libs/domain/deadline/awaited.types.js';
import type { DutyPeriodView } from '../../../../libs/record/read/plan.read.js';
import type { Worded } from '../../layout/frame.js';
import { CODE_WORDS, SIX_DUTIES } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { PLAN_PAGE_WORDS } from './plan.words.js';

type StepState = 'done' | 'underWay' | 'ahead';

interface StepsParts extends Worded {
  readonly periods: readonly DutyPeriodView[];
}

/** How far the plan is in each of the six duties. They overlap, so several can be under way. */
export function CourseSteps({ language, periods }: StepsParts): VNode {
  const words = PLAN_PAGE_WORDS[language];
  return (
    <ol class="course-steps no-max-width">
      {SIX_DUTIES.map((duty) => {
        const newest = newestPeriod(periods, duty);
        const state = stateOf(newest);
        return (
          <li key={duty} class={`course-step course-step-${state}`}>
            <span class="course-step-name">{CODE_WORDS[language].duties[duty]}</span>
            <span class="course-step-state">
              {words.stepStates[state]}
              {newest?.endedAt == null ? null : ` ${DATES[language].day(newest.endedAt)}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function newestPeriod(periods: readonly DutyPeriodView[], duty: Duty): DutyPeriodView | undefined {
  return periods.filter((period) => period.duty === duty).toSorted((a, b) => b.round - a.round)[0];
}

function stateOf(period: DutyPeriodView | undefined): StepState {
  if (period === undefined) return 'ahead';
  return period.endedAt === null ? 'underWay' : 'done';
}
