import type { ComponentChildren, VNode } from 'preact';
import type { PlanHead } from '../../../libs/reading/plan-head.js';
import { ErrorSummary } from '../forms/error-summary.js';
import type { FormProblem } from '../forms/form-problem.js';
import type { Visit } from '../http/visit.js';
import { DATES } from '../words/dates.js';
import { Message } from './message.js';
import { type PlanPageName, PlanNavigation } from './plan-navigation.js';
import { PLAN_WORDS } from './plan.words.js';

interface LayoutParts {
  readonly visit: Visit;
  readonly head: PlanHead;
  /** Which of the plan's pages it is, or belongs to. */
  readonly page: PlanPageName;
  readonly title: string;
  /** What is wrong with a form on it. */
  readonly problems?: readonly FormProblem[];
  /** What somebody just did, in words. */
  readonly done?: string | null;
  readonly children: ComponentChildren;
}

/** What every page of a plan has around its part: the way back, whose plan it is, the plan's other pages. */
export function PlanLayout({
  visit,
  head,
  page,
  title,
  problems = [],
  done = null,
  children,
}: LayoutParts): VNode {
  const { language } = visit;
  const words = PLAN_WORDS[language];
  const name = planName(head, visit);
  return (
    <>
      <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
        <ol class="breadcrumbs__list">
          <li class="breadcrumbs__list-item">
            <a class="breadcrumbs__link" href="/">
              {words.frontPage}
            </a>
          </li>
          {page === 'plan' ? null : (
            <li class="breadcrumbs__list-item">
              <a class="breadcrumbs__link" href={`/plans/${head.planId}`}>
                {name}
              </a>
            </li>
          )}
        </ol>
      </nav>
      <ErrorSummary language={language} problems={problems} />
      {done === null ? null : <Message kind="success" language={language} text={done} />}
      <p class="plan-number">{words.plan(head.number)}</p>
      <h1>{title}</h1>
      <PlanNavigation language={language} head={head} page={page} />
      <PlanState language={language} head={head} />
      {children}
    </>
  );
}

/** How a plan is called: by the citizen's name where the reader may know it, else by its number. */
export function planName(head: PlanHead, { language }: Visit): string {
  const words = PLAN_WORDS[language];
  return head.citizenName === null ? words.plan(head.number) : words.planOf(head.citizenName);
}

function PlanState({ language, head }: Pick<Visit, 'language'> & { readonly head: PlanHead }): VNode | null {
  const words = PLAN_WORDS[language];
  if (head.endedAt !== null) {
    return <Message kind="info" language={language} text={words.ended(DATES[language].day(head.endedAt))} />;
  }
  if (head.onHold) return <Message kind="info" language={language} text={words.onHold} />;
  return head.awaitsCitizen ? <Message kind="info" language={language} text={words.awaitsCitizen} /> : null;
}
