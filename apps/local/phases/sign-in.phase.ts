import { join } from 'node:path';
import { LOCAL_AUDIENCE, LOCAL_CLAIM_MAPPING } from '../sign-in/local-claims.js';
import { CLIENT_SECRETS, PORTAL_CLIENT } from '../sign-in/sign-in-settings.js';
import type { LocalSystem } from '../local-system.js';
import { startProcess } from './processes.phase.js';

/** Starts the local sign-in, unless OIDC_ISSUER names another provider. */
export async function startSignIn(system: LocalSystem): Promise<void> {
  const { home, ports, issuer } = system.settings;
  const { environment } = system;
  if (issuer !== undefined) {
    system.say(`Sign-in: the provider at ${issuer}`);
    return;
  }
  environment['OIDC_ISSUER'] = `http://localhost:${ports.signIn}`;
  environment['OIDC_AUDIENCE'] = LOCAL_AUDIENCE;
  environment['OIDC_CLAIMS'] = LOCAL_CLAIM_MAPPING;
  environment['OIDC_CLIENT_ID'] = PORTAL_CLIENT;
  environment['OIDC_CLIENT_SECRET'] = CLIENT_SECRETS[PORTAL_CLIENT];
  environment['OIDC_USER_INFO'] = 'true';
  await startProcess(system, {
    name: 'sign-in',
    title: 'Local sign-in',
    program: '../sign-in/main.js',
    variables: { SIGN_IN_PORT: String(ports.signIn), SIGN_IN_FOLDER: join(home, 'sign-in') },
  });
}
