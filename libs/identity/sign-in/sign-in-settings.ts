import type { IdentitySettings } from '../provider/identity-settings.js';

/** As whom and how a portal signs people in. */
export interface SignInSettings {
  readonly identity: IdentitySettings;
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  readonly clientAuthentication: 'client_secret_basic' | 'client_secret_post';
  /** Separated by blanks. */
  readonly scopes: string;
  readonly userInfo: boolean;
  /** Where the provider leads back to, after the sign-in and after the log-out. */
  readonly returnAddress: string;
  readonly loggedOutAddress: string;
  /** Whether the provider may be without TLS. */
  readonly insecure: boolean;
}
