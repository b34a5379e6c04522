import type { VNode } from 'preact';
import type { Worded } from '../../layout/frame.js';
import { FRONT_PAGE_WORDS } from './front-page.words.js';

/** What somebody sees who is not signed in: what this is, and the way in. */
export function FrontDoor({ language }: Worded): VNode {
  const words = FRONT_PAGE_WORDS[language].door;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="font-lead">{words.lead}</p>
      <p>{words.who}</p>
      <p>{words.how}</p>
      <div class="button-row">
        <a class="button button-primary" href="/sign-in">
          {words.logOn}
        </a>
      </div>
    </>
  );
}
