import type { VNode } from 'preact';
import type { GrantedKind } from '../../../libs/domain/consent/consent.types.js';
import type { PlanHead } from '../../../libs/reading/plan-head.js';
import type { Worded } from '../layout/frame.js';
import { Names } from './names.js';

interface KindParts extends Worded {
  readonly head: PlanHead;
  readonly kinds: readonly GrantedKind[];
}

/** Kinds of information, one a line. */
export function KindList({ head, language, kinds }: KindParts): VNode {
  const names = new Names(head, language);
  return (
    <ul class="kind-list">
      {kinds.map((kind) => (
        <li key={kind}>{names.kind(kind)}</li>
      ))}
    </ul>
  );
}
