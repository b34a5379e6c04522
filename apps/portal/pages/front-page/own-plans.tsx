import type { VNode } from 'preact';
import type { MyAwaited } from '../../../../libs/reading/my-work.reading.js';
import type { OwnPlan, PlanTitle, Titled } from '../../../../libs/reading/own-plans.reading.js';
import type { Page } from '../../../../libs/record/read/page.js';
import type { TaskView } from '../../../../libs/record/read/tasks.read.js';
import type { Worded } from '../../layout/frame.js';
import { AwaitedList } from '../../plan/awaited-list.js';
import { Facts } from '../../plan/facts.js';
import { Paging } from '../../plan/paging.js';
import { PLAN_WORDS } from '../../plan/plan.words.js';
import { Section } from '../../plan/section.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { FRONT_PAGE_WORDS } from './front-page.words.js';

/** What somebody's front page tells. */
export interface OwnWork {
  readonly plans: Page<OwnPlan>;
  readonly awaited: Page<Titled<MyAwaited>>;
  /** Null for somebody who coordinates nothing. */
  readonly tasks: Page<Titled<TaskView>> | null;
  /** Which lists are shown from a later place on. */
  readonly later: { readonly plans: boolean; readonly awaited: boolean; readonly tasks: boolean };
  readonly at: string;
}

type WorkParts = Worded & OwnWork;

/** What somebody sees first who is signed in: what waits for them, and the plans that they are part of. */
export function OwnPlans(parts: WorkParts): VNode {
  const { language, plans, awaited, later } = parts;
  const words = FRONT_PAGE_WORDS[language].plans;
  const none = plans.items.length === 0 && !later.plans;
  return (
    <>
      <h1>{words.heading}</h1>
      {none ? (
        <section class="empty-state" aria-labelledby="no-plans">
          <h2 id="no-plans" class="h3">
            {words.empty}
          </h2>
          <p>{words.whatComes}</p>
        </section>
      ) : (
        <>
          <Section id="waits" heading={words.waits}>
            {awaited.items.length === 0 ? (
              <p>{words.nothingWaits}</p>
            ) : (
              <AwaitedList
                language={language}
                awaited={awaited.items.map(({ item, title }) => ({
                  item,
                  plan: titleWords(language, title),
                }))}
                at={parts.at}
              />
            )}
            <Paging
              language={language}
              address="/"
              field="awaited"
              later={later.awaited}
              next={awaited.next}
            />
          </Section>
          <Tasks {...parts} />
          <Section id="plans" heading={words.title}>
            <ul class="plan-list nobullet-list no-max-width">
              {plans.items.map((own) => (
                <PlanCard key={own.plan.planId} language={language} own={own} awaited={awaited.items} />
              ))}
            </ul>
            <Paging language={language} address="/" field="plans" later={later.plans} next={plans.next} />
          </Section>
        </>
      )}
      <Section id="mine" heading={words.mine}>
        <p>
          <a href="/my-data">{words.myData}</a>
        </p>
      </Section>
    </>
  );
}

/** How a plan is called among others: by the citizen where that may be known, and by its number. */
function titleWords(language: Worded['language'], { number, citizenName }: PlanTitle): string {
  const words = PLAN_WORDS[language];
  return citizenName === null ? words.plan(number) : `${words.planOf(citizenName)} (${number})`;
}

function Tasks({ language, tasks, later }: WorkParts): VNode | null {
  if (tasks === null || (tasks.items.length === 0 && !later.tasks)) return null;
  const { until } = PLAN_WORDS[language];
  return (
    <Section id="tasks" heading={FRONT_PAGE_WORDS[language].plans.tasks}>
      <ul class="todo-list nobullet-list no-max-width">
        {tasks.items.map(({ item, title }) => (
          <li key={`${item.planId} ${item.taskId}`}>
            <a href={`/plans/${item.planId}/tasks`}>{CODE_WORDS[language].taskKinds[item.kind]}</a>
            <span class="todo-about">
              <span>{titleWords(language, title)}</span>
              <span>{until(DATES[language].lastDay(item.deadline))}</span>
            </span>
          </li>
        ))}
      </ul>
      <Paging language={language} address="/" field="tasks" later={later.tasks} next={tasks.next} />
    </Section>
  );
}

interface CardParts extends Worded {
  readonly own: OwnPlan;
  readonly awaited: readonly Titled<MyAwaited>[];
}

function PlanCard({ language, own, awaited }: CardParts): VNode {
  const words = FRONT_PAGE_WORDS[language].plans;
  const dates = DATES[language];
  const { plan, title, nextMeeting } = own;
  const waiting = awaited.filter(({ item }) => item.planId === plan.planId).map(({ item }) => item);
  const kinds = [...new Set(waiting.map(({ kind }) => kind))];
  const [first] = waiting;
  return (
    <li class="plan-card">
      <h3 class="h4">
        <a href={`/plans/${plan.planId}`}>{titleWords(language, title)}</a>
      </h3>
      <Facts
        facts={[
          [words.phase, plan.phase === null ? null : CODE_WORDS[language].phases[plan.phase]],
          [words.waitsFor, kinds.map((kind) => CODE_WORDS[language].awaited[kind]).join('. ')],
          [words.nextDate, first === undefined ? null : dates.lastDay(first.deadline)],
          [words.nextMeeting, nextMeeting === null ? null : dates.moment(nextMeeting)],
        ]}
      />
      <p class="plan-card-age">
        {plan.endedAt === null
          ? words.started(dates.day(plan.startedAt))
          : words.ended(dates.day(plan.endedAt))}
      </p>
    </li>
  );
}
