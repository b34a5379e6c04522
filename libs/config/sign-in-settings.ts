import type { SessionLimits } from '../identity/session/session-store.js';
import type { SignInSettings } from '../identity/sign-in/sign-in-settings.js';
import type { Environment } from './environment.js';
import { identitySettingsOf } from './identity-settings.js';

/** As whom and how the portal signs people in. */
export function signInSettingsOf(environment: Environment): SignInSettings {
  const portal = environment.PUBLIC_URL.replace(/\/$/, '');
  return {
    identity: identitySettingsOf(environment),
    clientId: environment.OIDC_CLIENT_ID,
    clientSecret: environment.OIDC_CLIENT_SECRET,
    clientAuthentication: environment.OIDC_CLIENT_AUTHENTICATION,
    scopes: environment.OIDC_SCOPES,
    userInfo: environment.OIDC_USER_INFO,
    returnAddress: `${portal}/sign-in/return`,
    loggedOutAddress: `${portal}/signed-out`,
    insecure: environment.LOCAL_SETUP,
  };
}

/** How long sessions last. */
export function sessionLimitsOf(
  environment: Pick<Environment, 'SESSION_IDLE_SECONDS' | 'SESSION_SECONDS'>,
): SessionLimits {
  return { idle: environment.SESSION_IDLE_SECONDS, longest: environment.SESSION_SECONDS };
}
