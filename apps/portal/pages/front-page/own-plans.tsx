import type { VNode } from 'preact';
import type { Worded } from '../../layout/frame.js';
import { FRONT_PAGE_WORDS } from './front-page.words.js';

/** What somebody sees first who is signed in: the plans that they are part of. */
export function OwnPlans({ language }: Worded): VNode {
  const words = FRONT_PAGE_WORDS[language].plans;
  return (
    <>
      <h1>{words.heading}</h1>
      <section class="empty-state" aria-labelledby="no-plans">
        <h2 id="no-plans" class="h3">
          {words.empty}
        </h2>
        <p>{words.whatComes}</p>
      </section>
    </>
  );
}
