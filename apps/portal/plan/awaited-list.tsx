import type { VNode } from 'preact';
import type { MyAwaited } from '../../../libs/reading/my-work.reading.js';
import type { Worded } from '../layout/frame.js';
import { CODE_WORDS } from '../words/code.words.js';
import { DATES } from '../words/dates.js';
import { awaitedLink } from './awaited-link.js';
import { PLAN_WORDS } from './plan.words.js';

/** Something that is awaited of the reader, with what plan it belongs to where several are told of. */
export interface ListedAwaited {
  readonly item: MyAwaited;
  readonly plan: string | null;
}

interface AwaitedParts extends Worded {
  readonly awaited: readonly ListedAwaited[];
  /** Now: what is past its deadline is marked. */
  readonly at: string;
}

/** What somebody is to do, the most urgent first, each leading to where it is done; what reads the same stands once. */
export function AwaitedList({ language, awaited, at }: AwaitedParts): VNode {
  const { until, late } = PLAN_WORDS[language];
  return (
    <ul class="todo-list nobullet-list no-max-width">
      {different(awaited).map(({ item, plan }) => (
        <li key={`${item.planId} ${item.ref}`}>
          <a href={awaitedLink(item)}>{CODE_WORDS[language].awaited[item.kind]}</a>
          <span class="todo-about">
            {plan === null ? null : <span>{plan}</span>}
            <span>{until(DATES[language].lastDay(item.deadline))}</span>
            {item.deadline <= at ? <strong class="badge badge-warning">{late}</strong> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function different(awaited: readonly ListedAwaited[]): ListedAwaited[] {
  const byWords = new Map<string, ListedAwaited>();
  for (const one of awaited) {
    const { kind, deadline } = one.item;
    const words = `${awaitedLink(one.item)} ${kind} ${deadline}`;
    if (!byWords.has(words)) byWords.set(words, one);
  }
  return [...byWords.values()];
}
