import type { VNode } from 'preact';
import type { AssetAddress } from '../../../../libs/pages/assets.js';
import { SignInLayout } from './sign-in-layout.js';

/**
 * The question whether to log out here too.
 * @param form The provider's own form, which these buttons belong to; HTML that is trusted.
 */
export function LogOutPage({ asset, form }: { readonly asset: AssetAddress; readonly form: string }): VNode {
  return (
    <SignInLayout title="Log af" asset={asset}>
      <h1>Vil du også logge af her?</h1>
      <p>Ellers kan den næste på denne maskine logge på som dig uden at vælge.</p>
      <div dangerouslySetInnerHTML={{ __html: form }} />
      <div class="button-row">
        <button type="submit" class="button button-primary" form="op.logoutForm" name="logout" value="yes">
          Log af
        </button>
        <button type="submit" class="button button-secondary" form="op.logoutForm">
          Forbliv logget på her
        </button>
      </div>
    </SignInLayout>
  );
}
