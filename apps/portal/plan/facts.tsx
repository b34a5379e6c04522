import type { ComponentChildren, VNode } from 'preact';

/** Something and what is said of it; what nothing is said of is left out. */
export type Fact = readonly [term: string, value: ComponentChildren];

/** A few facts, one under the other. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): VNode | null {
  const told = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (told.length === 0) return null;
  return (
    <dl class="facts">
      {told.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
