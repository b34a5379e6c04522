import type { ComponentChildren, VNode } from 'preact';
import type { Worded } from '../layout/frame.js';
import { PLAN_WORDS } from './plan.words.js';

interface SectionParts {
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** A part of a page with its heading. */
export function Section({ id, heading, children }: SectionParts): VNode {
  return (
    <section class="plan-section" aria-labelledby={id}>
      <h2 id={id} class="h3">
        {heading}
      </h2>
      {children}
    </section>
  );
}

interface SharedParts extends SectionParts, Worded {
  readonly shared: boolean;
}

/** A part that is told if it is shared with the reader; if not, nobody can see from it whether there is anything. */
export function SharedSection({ language, shared, children, ...parts }: SharedParts): VNode {
  return (
    <Section {...parts}>
      {shared ? children : <p class="not-shared">{PLAN_WORDS[language].notShared}</p>}
    </Section>
  );
}

/** A text as somebody wrote it, with its lines. */
export function WrittenText({ text }: { readonly text: string }): VNode {
  return <p class="written">{text}</p>;
}
