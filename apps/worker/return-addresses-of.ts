import type { Environment } from '../../libs/config/environment.js';
import { ReturnAddresses } from '../../libs/mail/index.js';

/** Where mails come back to; null while nobody listens there. */
export function returnAddressesOf(environment: Environment): ReturnAddresses | null {
  const { INBOUND_SMTP_PORT: port, RETURN_ADDRESS_KEYS: keys, MAIL_DOMAIN: domain } = environment;
  return port === null || keys === null ? null : new ReturnAddresses(keys, domain);
}
