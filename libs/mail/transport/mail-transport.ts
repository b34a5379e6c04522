import { setTimeout as pause } from 'node:timers/promises';
import { domainOf, isMailAddress } from '../mail-address.js';
import { plainLine } from '../plain-line.js';
import { failureOutcome, type SendFailure } from './failure-outcome.js';
import { messageIdOf, threadIdOf } from './message-id.js';
import type { OutgoingMail, SendOutcome } from './outgoing-mail.js';
import { openSmtpPool, type SmtpPoolOptions, type WatchedMail } from './smtp-pool.js';

export interface MailTransportOptions extends SmtpPoolOptions {
  /** Who the mails come from; must reveal nothing. The address's domain is that of every Message-ID. */
  readonly from: { readonly name: string; readonly address: string };
}

/** How long `close` lets mails under way come to an end, in milliseconds. */
const closingTime = 10_000;
/** As much of a server's answer is kept, in characters. */
const MOST_RESPONSE = 500;

/** Hands mails to an SMTP server over a few connections that stay open. It logs nothing. */
export class MailTransport {
  /** The domain of every Message-ID. */
  readonly domain: string;
  readonly #from: MailTransportOptions['from'];
  readonly #pool: ReturnType<typeof openSmtpPool>;
  readonly #underWay = new Set<Promise<SendOutcome>>();

  /** @throws RangeError if the server's or the sender's address is none. */
  constructor(options: MailTransportOptions) {
    this.#from = options.from;
    this.domain = domainOf(options.from.address);
    this.#pool = openSmtpPool(options);
  }

  /**
   * Sends one mail, once: it is not tried again here when the server could have taken it.
   * @returns what became of it; a failure is an outcome, not an error
   * @throws RangeError if the mail has no notice key
   */
  async send(mail: OutgoingMail): Promise<SendOutcome> {
    const sending = this.#send(mail);
    this.#underWay.add(sending);
    try {
      return await sending;
    } finally {
      this.#underWay.delete(sending);
    }
  }

  /**
   * Connects, with TLS and signing in as for a mail.
   * @throws Error if mail could not be handed in now.
   */
  async verify(): Promise<void> {
    await this.#pool.verify();
  }

  /** Ends the connections. Mails under way get ten seconds to come to an end; waiting ones are deferred. */
  async close(): Promise<void> {
    this.#pool.close();
    const outcomes = Promise.allSettled([...this.#underWay]);
    const patience = new AbortController();
    await Promise.race([
      outcomes,
      pause(closingTime, undefined, { signal: patience.signal }).catch(() => null),
    ]);
    patience.abort();
    this.#pool.close({ force: true });
    await outcomes;
  }

  async #send(mail: OutgoingMail): Promise<SendOutcome> {
    let handedOver = false;
    const message = this.#message(mail, () => {
      handedOver = true;
    });
    if (!isMailAddress(mail.to.address)) {
      return { status: 'refused', code: 'ADDRESS', permanent: true };
    }
    try {
      const { response = '' } = await this.#pool.sendMail(message);
      return { status: 'accepted', response: withoutAddresses(response) };
    } catch (error) {
      return failureOutcome(error as SendFailure, handedOver);
    }
  }

  #message(mail: OutgoingMail, onHandedOver: () => void): WatchedMail {
    return {
      messageId: messageIdOf(mail.noticeKeys, this.domain),
      references: mail.threads.map((thread) => threadIdOf(thread, this.domain)),
      date: new Date(mail.at),
      from: { name: plainLine(this.#from.name), address: this.#from.address },
      to: { name: plainLine(mail.to.name ?? ''), address: mail.to.address },
      subject: plainLine(mail.subject),
      text: mail.text,
      html: mail.html,
      icalEvent:
        mail.calendar === null
          ? undefined
          : { method: mail.calendar.method, filename: 'moede.ics', content: mail.calendar.content },
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
      onHandedOver,
      ...(mail.returnAddress === null ? {} : withReports(mail.returnAddress, mail.to.address)),
    };
  }
}

/** What a server answered, as much of it as tells something, without any address. */
function withoutAddresses(response: string): string {
  return response.slice(0, MOST_RESPONSE).replace(/\S+@\S+/gu, '…');
}

/** Asks the servers on the way, if they know how, to report what became of a mail, without its words (RFC 3461). */
function withReports(returnAddress: string, recipient: string): Pick<WatchedMail, 'envelope' | 'dsn'> {
  return {
    envelope: { from: returnAddress, to: [recipient] },
    dsn: { ret: 'HDRS', notify: ['success', 'failure', 'delay'] },
  };
}
