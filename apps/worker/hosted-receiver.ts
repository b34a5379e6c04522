import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Environment } from '../../libs/config/environment.js';
import { MailReceiver, type MailReceiverOptions } from '../../libs/mail/index.js';
import { MailReturns } from '../../libs/notices/index.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';
import { returnAddressesOf } from './return-addresses-of.js';

/** Receives mail that comes back, as long as the worker runs, if it is told where. */
export class HostedReceiver implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #receiver: MailReceiver | undefined;
  #returns: MailReturns | undefined;

  constructor(private readonly parts: ProcessParts) {}

  /** The port on which it listens; undefined if it receives nothing. */
  get port(): number | undefined {
    return this.#receiver?.port;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { environment, database, clock, record, vault, logger } = this.parts;
    const addresses = returnAddressesOf(environment);
    const { INBOUND_SMTP_PORT: port, MAIL_DOMAIN: domain } = environment;
    if (port === null || addresses === null) return;
    const returns = (this.#returns = new MailReturns({
      database,
      clock,
      record,
      contacts: vault.contacts,
      domain: domain.toLowerCase(),
      log: logger,
    }));
    this.#receiver = await MailReceiver.start({
      host: environment.INBOUND_SMTP_HOST,
      port,
      protocol: environment.INBOUND_SMTP_PROTOCOL,
      name: domain,
      tls: tlsOf(environment),
      requireTls: !environment.LOCAL_SETUP,
      addresses,
      take: (messageId, mail, identity) => returns.take(messageId, mail, identity),
      onDeferred: (reason) => {
        const kind = reason instanceof Error ? reason.name : 'unknown';
        logger.warn(
          { reason: kind },
          'a mail that came back could not be put on record and is asked for again',
        );
      },
    });
    logger.info({ port: this.#receiver.port }, 'mail that comes back is received');
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#receiver?.stop();
    const ends = this.#returns?.ends ?? new Map();
    if (ends.size > 0) this.parts.logger.info(Object.fromEntries(ends), 'mails that came back, by their end');
  }
}

function tlsOf(environment: Environment): MailReceiverOptions['tls'] {
  const { INBOUND_SMTP_TLS_CERTIFICATE: certificate, INBOUND_SMTP_TLS_KEY: key } = environment;
  return certificate === null || key === null ? null : { certificate, key };
}
