import type { VNode } from 'preact';
import type { Worded } from '../layout/frame.js';
import { PLAN_WORDS } from './plan.words.js';

interface PagingParts extends Worded {
  /** The page of the list, without its place. */
  readonly address: string;
  /** The field of the query that holds the place. */
  readonly field?: string;
  /** Whether this is not the first part. */
  readonly later: boolean;
  readonly next: string | null;
}

/** The way to the next part of a list, and back to its beginning. */
export function Paging({ language, address, field = 'after', later, next }: PagingParts): VNode | null {
  const words = PLAN_WORDS[language];
  if (!later && next === null) return null;
  return (
    <nav class="button-row paging" aria-label={words.paging}>
      {next === null ? null : (
        <a
          class="button button-secondary"
          href={`${address}?${field}=${encodeURIComponent(next)}`}
          rel="next"
        >
          {words.more}
        </a>
      )}
      {later ? (
        <a class="button button-tertiary" href={address}>
          {words.first}
        </a>
      ) : null}
    </nav>
  );
}
