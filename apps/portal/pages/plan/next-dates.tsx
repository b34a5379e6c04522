import type { VNode } from 'preact';
import { copenhagenDate } from '../../../../libs/domain/calendar/index.js';
import type { Language } from '../../../../libs/contracts/problem.types.js';
import type { FullPlan } from '../../../../libs/reading/full-plan.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { Worded } from '../../layout/frame.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { PLAN_PAGE_WORDS } from './plan.words.js';

interface Upcoming {
  /** To sort by: an instant or a date. */
  readonly at: string;
  readonly what: string;
  readonly when: string;
  readonly href: string | null;
}

interface DatesParts extends Worded {
  readonly head: PlanHead;
  readonly plan: FullPlan;
}

/** More than these are a calendar. */
const MOST = 6;

/** What comes next, of what the reader may see. */
export function NextDates({ language, head, plan }: DatesParts): VNode {
  const upcoming = upcomingOf(language, head, plan).slice(0, MOST);
  if (upcoming.length === 0) return <p>{PLAN_PAGE_WORDS[language].noDates}</p>;
  return (
    <ul class="date-list nobullet-list">
      {upcoming.map(({ at, what, when, href }) => (
        <li key={`${at} ${what}`}>
          <time dateTime={at}>{when}</time>
          {href === null ? <span>{what}</span> : <a href={href}>{what}</a>}
        </li>
      ))}
    </ul>
  );
}

function upcomingOf(language: Language, head: PlanHead, plan: FullPlan): Upcoming[] {
  const words = PLAN_PAGE_WORDS[language];
  const dates = DATES[language];
  const today = copenhagenDate(head.at);
  const meetings = plan.meetings.flatMap(({ status, from, to, kind, meetingId }): Upcoming[] =>
    status !== 'fixed' || from === null || to === null || to <= head.at
      ? []
      : [
          {
            at: from,
            what: CODE_WORDS[language].meetingKinds[kind],
            when: dates.period(from, to),
            href: `/plans/${head.planId}/meetings/${meetingId}`,
          },
        ],
  );
  const agreements = plan.agreements
    .filter(({ outcome, dueDate }) => outcome === null && dueDate >= today)
    .map(({ dueDate, title }) => ({
      at: dueDate,
      what: `${words.agreement}: ${title}`,
      when: dates.fullDay(dueDate),
      href: null,
    }));
  const nextOn = head.endedAt === null ? (plan.followUp?.nextOn ?? null) : null;
  const followUp =
    nextOn === null || nextOn < today
      ? []
      : [{ at: nextOn, what: words.followUp, when: dates.fullDay(nextOn), href: null }];
  return [...meetings, ...agreements, ...followUp].sort((a, b) => (a.at < b.at ? -1 : 1));
}
