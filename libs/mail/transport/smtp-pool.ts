import type { SecureContextOptions } from 'node:tls';
import { createTransport, type SendMailOptions, type SMTPPoolOptions, type Transporter } from 'nodemailer';
import { smtpServerAddress } from './smtp-server-address.js';

/** How to reach the server that takes the mails. */
export interface SmtpPoolOptions {
  /** See `smtpServerAddress`. */
  readonly smtpUrl: string;
  /** Whether nothing is sent without TLS. True unless it is said otherwise, as only the local set-up may do. */
  readonly requireTls?: boolean;
  /** Whom to trust instead of the public authorities, and as whom to show oneself. */
  readonly tls?: SecureContextOptions | null;
  /** How many connections are kept open at most; 5 unless it is said otherwise. */
  readonly maxConnections?: number;
  /** How long the server may keep silent, in milliseconds; two minutes unless it is said otherwise. */
  readonly silence?: number;
}

/** A mail whose handing over to the connection is watched. */
export interface WatchedMail extends SendMailOptions {
  /** Called when the connection gets the end of the mail: from then on the server may have taken it. */
  readonly onHandedOver: () => void;
}

const setupTimeout = 20_000;
const usualSilence = 120_000;

/**
 * A pool of connections that tells of every `WatchedMail` when it was handed over.
 * @throws RangeError if the server's address is none.
 */
export function openSmtpPool(options: SmtpPoolOptions): Transporter {
  const settings: SMTPPoolOptions & { pool: true } = {
    ...smtpServerAddress(options.smtpUrl),
    pool: true,
    requireTLS: options.requireTls ?? true,
    tls: { minVersion: 'TLSv1.2', ...options.tls },
    maxConnections: options.maxConnections ?? 5,
    // Only a mail of which nothing was sent is queued again; further attempts are the caller's.
    maxRequeues: 1,
    connectionTimeout: setupTimeout,
    greetingTimeout: setupTimeout,
    socketTimeout: options.silence ?? usualSilence,
  };
  const pool = createTransport(settings, { disableFileAccess: true, disableUrlAccess: true });
  pool.use('stream', ({ data, message }, done) => {
    message.processFunc((content) => {
      content.once('end', (data as WatchedMail).onHandedOver);
      return content;
    });
    done();
  });
  return pool;
}
