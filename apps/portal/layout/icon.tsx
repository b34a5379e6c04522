import type { VNode } from 'preact';
import type { AssetAddress } from '../../../libs/pages/assets.js';

/** An icon of the design system beside words that say the same; nobody who cannot see it misses anything. */
export function Icon({ name, asset }: { readonly name: string; readonly asset: AssetAddress }): VNode {
  return (
    <svg class="icon-svg" aria-hidden="true" focusable="false">
      <use href={`${asset('design', 'img/all-svg-icons.svg')}#${name}`} />
    </svg>
  );
}
