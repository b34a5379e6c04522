import type { VNode } from 'preact';
import type { Worded } from '../../layout/frame.js';
import { MY_DATA_WORDS } from './my-data.words.js';

/** What can be fetched, and what it is. @param ofChild The child whose data it is; null for one's own. */
export function MyDataPage({ language, ofChild }: Worded & { readonly ofChild: string | null }): VNode {
  const words = MY_DATA_WORDS[language];
  const query = ofChild === null ? '' : `?person=${ofChild}`;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="font-lead">{words.lead}</p>
      {ofChild === null ? null : <p>{words.ofChild}</p>}
      <p>{words.what}</p>
      <p>{words.noted}</p>
      <ul class="plan-list nobullet-list no-max-width">
        <li class="plan-card">
          <h2 class="h4">
            <a href={`/my-data/page${query}`}>{words.read}</a>
          </h2>
          <p>{words.readHint}</p>
        </li>
        <li class="plan-card">
          <h2 class="h4">
            <a href={`/my-data/file${query}`} download>
              {words.save}
            </a>
          </h2>
          <p>{words.saveHint}</p>
        </li>
      </ul>
      <p>{words.correct}</p>
    </>
  );
}
