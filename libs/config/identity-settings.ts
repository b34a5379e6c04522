import type { IdentitySettings } from '../identity/provider/identity-settings.js';
import type { Environment } from './environment.js';

/** Whom tokens must come from and what they mean, as the identity library takes it. */
export function identitySettingsOf(
  environment: Pick<
    Environment,
    | 'OIDC_ISSUER'
    | 'OIDC_AUDIENCE'
    | 'OIDC_CLAIMS'
    | 'OIDC_LEAST_ASSURANCE'
    | 'OIDC_ACR_VALUES'
    | 'SIGN_IN_ANEW_MINUTES'
    | 'SIGN_IN_ANEW_ASSURANCE'
  >,
): IdentitySettings {
  return {
    issuer: environment.OIDC_ISSUER,
    audience: environment.OIDC_AUDIENCE,
    claims: environment.OIDC_CLAIMS,
    leastAssurance: environment.OIDC_LEAST_ASSURANCE,
    anew: {
      minutes: environment.SIGN_IN_ANEW_MINUTES,
      assurance: environment.SIGN_IN_ANEW_ASSURANCE ?? environment.OIDC_LEAST_ASSURANCE,
    },
    acrValues: environment.OIDC_ACR_VALUES,
  };
}
