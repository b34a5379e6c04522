import type { VNode } from 'preact';
import type { AssetAddress } from '../../../../libs/pages/assets.js';
import { SignInLayout } from './sign-in-layout.js';

/** A page that only says something. */
export function MessagePage(parts: {
  readonly asset: AssetAddress;
  readonly heading: string;
  readonly text: string;
  readonly portalUrl: string;
}): VNode {
  return (
    <SignInLayout title={parts.heading} asset={parts.asset}>
      <h1>{parts.heading}</h1>
      <p>{parts.text}</p>
      <p>
        <a href={parts.portalUrl}>Gå til kiplan</a>
      </p>
    </SignInLayout>
  );
}
