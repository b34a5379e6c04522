import type { VNode } from 'preact';
import type { Worded } from '../layout/frame.js';

interface MessageParts extends Worded {
  readonly kind: 'success' | 'info' | 'warning';
  readonly text: string;
}

/** Something to know at once, above what the page is about. */
export function Message({ kind, text }: MessageParts): VNode {
  return (
    <div
      class={`alert alert-${kind} alert--paragraph message`}
      role={kind === 'success' ? 'status' : undefined}
    >
      <div class="alert-body">
        <p class="alert-text">{text}</p>
      </div>
    </div>
  );
}
