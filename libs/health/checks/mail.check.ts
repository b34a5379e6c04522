import { createTransport } from 'nodemailer';
import { smtpServerAddress } from '../../mail/index.js';
import type { MailServer } from '../../process/mail-server.js';
import type { HealthCheck } from '../health-check.js';

/** Longest wait for one answer of the server, in milliseconds. */
const PATIENCE = 3_000;

/** Whether the mail server greets, shows a certificate that is trusted, and knows us. */
export function mailCheck({ smtpUrl, requireTls, tls }: MailServer): HealthCheck {
  return {
    name: 'mail',
    needed: false,
    otherwise: 'MAIL.AWAY',
    stands: 15_000,
    async check() {
      const transport = createTransport({
        ...smtpServerAddress(smtpUrl),
        requireTLS: requireTls,
        tls: tls ?? {},
        connectionTimeout: PATIENCE,
        greetingTimeout: PATIENCE,
      });
      try {
        await transport.verify();
      } finally {
        transport.close();
      }
    },
  };
}
