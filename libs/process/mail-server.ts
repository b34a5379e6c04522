import type { SecureContextOptions } from 'node:tls';
import type { Environment } from '../config/environment.js';
import { smtpTlsOf } from '../config/tls.js';

/** How the mail server is reached. */
export interface MailServer {
  readonly smtpUrl: string;
  readonly requireTls: boolean;
  readonly tls: SecureContextOptions | null;
}

/** How the mail server is reached, as the environment says: without TLS on a local set-up only. */
export function mailServerOf(environment: Environment): MailServer {
  return {
    smtpUrl: environment.SMTP_URL,
    requireTls: !environment.LOCAL_SETUP,
    tls: smtpTlsOf(environment),
  };
}
