import type { MailTransport } from '../transport/mail-transport.js';
import type { OutgoingMail } from '../transport/outgoing-mail.js';
import type { ChannelDriver, LedgerEntry } from './channel-driver.js';

/** Mail, by SMTP. */
export class MailChannel implements ChannelDriver<'mail'> {
  readonly channel = 'mail';
  readonly carriedBy = 'machine';

  constructor(private readonly transport: MailTransport) {}

  async carry(order: OutgoingMail): Promise<LedgerEntry<'mail'>> {
    const outcome = await this.transport.send(order);
    return {
      channel: this.channel,
      state: outcome.status,
      code: outcome.status === 'accepted' ? null : outcome.code,
      sheet: null,
    };
  }
}
