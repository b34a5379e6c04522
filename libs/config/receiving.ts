import type { Environment } from './environment.js';

/** What must be told as well for mail to be received, with what is expected of it. */
export function unfitForReceiving(
  environment: Pick<
    Environment,
    'INBOUND_SMTP_PORT' | 'INBOUND_SMTP_TLS_CERTIFICATE' | 'RETURN_ADDRESS_KEYS' | 'LOCAL_SETUP'
  >,
): { readonly name: string; readonly expected: string }[] {
  if (environment.INBOUND_SMTP_PORT === null) return [];
  const needed = [
    {
      name: 'RETURN_ADDRESS_KEYS',
      expected: 'keys as id:base64,… (openssl rand -base64 32), since INBOUND_SMTP_PORT is set',
      isThere: environment.RETURN_ADDRESS_KEYS !== null,
    },
    {
      name: 'INBOUND_SMTP_TLS_CERTIFICATE',
      expected: 'a certificate in PEM, since INBOUND_SMTP_PORT is set and LOCAL_SETUP is not',
      isThere: environment.INBOUND_SMTP_TLS_CERTIFICATE !== null || environment.LOCAL_SETUP,
    },
  ];
  return needed.filter(({ isThere }) => !isThere).map(({ name, expected }) => ({ name, expected }));
}
