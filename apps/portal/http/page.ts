import type { ComponentChildren, VNode } from 'preact';

/** What some pages have beside their content. */
export interface PageExtras {
  /** More for the head, such as a script of its own. */
  readonly head?: ComponentChildren;
  /** Whether it is the warning that a session ends, so that its frame warns of nothing. */
  readonly isWarning?: boolean;
  /** Another status than that all is well: for a form that comes back. */
  readonly status?: number;
}

/** What a controller answers with: a page without its frame. */
export class Page {
  constructor(
    /** What it is about, as it stands on the tab. */
    readonly title: string,
    readonly content: VNode,
    readonly more: PageExtras = {},
  ) {}
}

/** A page that leads elsewhere: by GET, whatever it was asked with (RFC 9110, 15.4.4). */
export class SeeOther extends Error {
  override readonly name = 'SeeOther';

  constructor(readonly location: string) {
    super('see other');
  }
}
