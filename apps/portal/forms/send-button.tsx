import type { VNode } from 'preact';

/** The button under a form. */
export function SendButton({ label }: { readonly label: string }): VNode {
  return (
    <div class="button-row">
      <button type="submit" class="button button-primary">
        {label}
      </button>
    </div>
  );
}
