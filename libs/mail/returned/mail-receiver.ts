import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { DIALOGUE_LIMITS, type DialogueLimits, Dialogues } from './dialogues.js';
import { identityOf, type ReturnedMail, readReturnedMail } from './read-returned-mail.js';
import type { ReturnAddresses } from './return-addresses.js';

/** How mail is received that comes back. */
export interface MailReceiverOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** LMTP (RFC 2033) is what many servers speak to a program behind them. */
  readonly protocol: 'smtp' | 'lmtp';
  /** The name by which it greets. */
  readonly name: string;
  /** Certificate and key (PEM) for STARTTLS (RFC 3207); null for none. */
  readonly tls: { readonly certificate: string; readonly key: string } | null;
  /** Whether nothing is taken without TLS. */
  readonly requireTls: boolean;
  /** Whatever is for another address is refused. */
  readonly addresses: ReturnAddresses;
  /**
   * Does what follows from a mail. The sending server gets its yes when it resolves; when it rejects it keeps the mail
   * and tries again later.
   * @param messageId of the mail of ours that it came back to
   * @param identity by which it is known when it comes again
   */
  readonly take: (messageId: string, mail: ReturnedMail, identity: string) => Promise<void>;
  /** Other limits than the usual ones. */
  readonly limits?: Partial<DialogueLimits>;
  /** Told of each mail that has to come again, and why. */
  readonly onDeferred: (reason: unknown) => void;
}

/** Reports and replies are a few kilobytes; some servers put the mail beside it. */
const MOST_BYTES = 1_000_000;
const MOST_CLIENTS = 60;
/** The least that a server has to wait for the next command (RFC 5321, 4.5.3.2.7). */
const LONGEST_SILENCE_MS = 5 * 60_000;
/** How long `stop` lets clients come to an end. */
const CLOSING_MS = 5_000;

/** What a client is told whose dialogue takes too long. */
const TOO_LONG = '4.4.2 No mail came in time, closing';

const REFUSED = {
  withoutTls: reply(530, '5.7.0 Must issue a STARTTLS command first'),
  nobody: reply(550, '5.1.1 No such mailbox'),
  later: reply(451, '4.3.0 Try again later'),
  tooManyDialogues: reply(421, '4.7.0 Too many connections from your address, try again later'),
  tooManyRefused: reply(421, '4.7.0 Too many recipients that are not here, closing'),
};

/** Receives mail for return addresses, from the mail server that gets them first (RFC 5321). It logs nothing. */
export class MailReceiver {
  readonly #server: SMTPServer;
  readonly #options: MailReceiverOptions;
  readonly #underWay = new Set<Promise<void>>();
  readonly #dialogues: Dialogues;

  private constructor(options: MailReceiverOptions) {
    const { tls, protocol, name } = options;
    this.#options = options;
    this.#dialogues = new Dialogues({ ...DIALOGUE_LIMITS, ...options.limits }, (id) => {
      this.#cut(id);
    });
    this.#server = new SMTPServer({
      name,
      banner: 'ready',
      lmtp: protocol === 'lmtp',
      disabledCommands: tls === null ? ['AUTH', 'STARTTLS'] : ['AUTH'],
      ...(tls === null ? {} : { cert: tls.certificate, key: tls.key, minVersion: 'TLSv1.2' }),
      disableReverseLookup: true,
      logger: false,
      size: MOST_BYTES,
      rejectOversized: true,
      maxClients: MOST_CLIENTS,
      // Each mail is answered for itself, so one recipient at a time; the others follow (RFC 5321, 4.5.3.1.10).
      maxRecipients: 1,
      socketTimeout: LONGEST_SILENCE_MS,
      closeTimeout: CLOSING_MS,
      onConnect: ({ id, remoteAddress }, done) => {
        done(this.#dialogues.begin(id, remoteAddress) ? null : REFUSED.tooManyDialogues);
      },
      onClose: ({ id }) => {
        this.#dialogues.end(id);
      },
      onMailFrom: (_address, session, done) => {
        done(options.requireTls && !session.secure ? REFUSED.withoutTls : null);
      },
      onRcptTo: ({ address }, { id }, done) => {
        if (options.addresses.messageIdOf(address) !== null) done(null);
        else done(this.#dialogues.noteRefused(id) ? REFUSED.nobody : REFUSED.tooManyRefused);
      },
      onData: (stream, session, done) => {
        this.#track(this.#receive(stream, session)).then(
          () => {
            this.#dialogues.noteMail(session.id);
            done();
          },
          (reason: unknown) => {
            options.onDeferred(reason);
            done(REFUSED.later);
          },
        );
      },
    });
  }

  /**
   * Listens.
   * @throws Error if it cannot, for instance since the port is taken
   */
  static async start(options: MailReceiverOptions): Promise<MailReceiver> {
    const receiver = new MailReceiver(options);
    const server = receiver.#server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port, options.host, () => {
        server.off('error', reject);
        resolve();
      });
    });
    // A client that is cut off or speaks nonsense concerns nobody else.
    server.on('error', () => undefined);
    return receiver;
  }

  /** The port on which it listens. */
  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** Takes no new client, and lets what is under way come to its end. */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(resolve);
    });
    await Promise.allSettled([...this.#underWay]);
  }

  #cut(id: string): void {
    const connection = [...this.#server.connections].find(({ session }) => session.id === id);
    connection?.send(421, TOO_LONG);
  }

  #track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
    return tracked;
  }

  async #receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const raw = await contentOf(stream);
    if (raw === null) return;
    const [recipient] = envelope.rcptTo;
    const messageId = this.#options.addresses.messageIdOf(recipient?.address ?? '');
    if (messageId === null) return;
    const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    await this.#options.take(messageId, await readReturnedMail(raw, sender), identityOf(raw));
  }
}

/** A whole mail; null if it is too large, which the server itself answers. */
async function contentOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
  let chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) chunks = [];
    else chunks.push(chunk);
  }
  return stream.sizeExceeded ? null : Buffer.concat(chunks);
}

function reply(responseCode: number, message: string): Error & { responseCode: number } {
  return Object.assign(new Error(message), { responseCode });
}
