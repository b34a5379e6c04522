import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';
import { LOOPBACK } from '../../apps/local/engines/ports.js';

/** A mail as it arrived. */
export interface ReceivedMail {
  /** Addresses of the SMTP envelope. */
  envelope: { from: string; to: string[] };
  /** The mail as it came over the wire. */
  raw: string;
  /** The same, taken apart. */
  parsed: ParsedMail;
}

/** What the mail server does with a recipient. */
export type RecipientAnswer = 'accept' | 'refuse' | 'fail-transiently';

/** How the mail server behaves; can be changed while it runs. */
export interface MailboxBehaviour {
  /** Milliseconds to wait before a mail is accepted. */
  delay?: number;
  /** Per recipient: accept, refuse for good with 550, or fail for now with 451 (RFC 5321, section 4.2.3). */
  answer?: (address: string) => RecipientAnswer;
  /** Called with a whole mail just before it is accepted, and waited for. */
  beforeAccepting?: (mail: ReceivedMail) => Promise<void>;
}

/** A running mail server that keeps what it got. */
export interface Mailbox {
  /** `smtp://host:port`. */
  url: string;
  port: number;
  /** Every accepted mail, in the order of arrival. */
  mails: readonly ReceivedMail[];
  /** Every recipient that was offered, accepted or not, in order. */
  attempts: readonly string[];
  behave(behaviour: MailboxBehaviour): void;
  /** Waits until at least so many mails have come; rejects after a time limit in milliseconds. */
  waitForMails(count: number, withinMs?: number): Promise<readonly ReceivedMail[]>;
  /** Forgets mails and attempts. */
  clear(): void;
  stop(): Promise<void>;
}

const REPLY = {
  refuse: { code: 550, text: '5.1.1 No such mailbox' },
  'fail-transiently': { code: 451, text: '4.3.0 Try again later' },
} as const;

function refusal(answer: keyof typeof REPLY): Error {
  const { code, text } = REPLY[answer];
  return Object.assign(new Error(text), { responseCode: code });
}

/**
 * Starts a mail server on a loopback port that keeps every mail in memory.
 *
 * @param initial How it behaves until {@link Mailbox.behave} says otherwise.
 * @param port Port to listen on; a free one by default.
 */
export async function startMailbox(initial: MailboxBehaviour = {}, port = 0): Promise<Mailbox> {
  let behaviour = initial;
  const mails: ReceivedMail[] = [];
  const attempts: string[] = [];
  const arrivals = new Set<() => void>();

  const receive = async (raw: Buffer, from: string, to: string[]): Promise<void> => {
    const parsed = await simpleParser(raw);
    if (behaviour.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, behaviour.delay));
    const mail = { envelope: { from, to }, raw: raw.toString('utf8'), parsed };
    await behaviour.beforeAccepting?.(mail);
    mails.push(mail);
    for (const arrived of arrivals) arrived();
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      attempts.push(address);
      const answer = behaviour.answer?.(address) ?? 'accept';
      done(answer === 'accept' ? undefined : refusal(answer));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        receive(
          Buffer.concat(chunks),
          from,
          rcptTo.map((recipient: SMTPServerAddress) => recipient.address),
        ).then(() => {
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  // A client that is killed in the middle resets its connection; that concerns nobody here.
  server.on('error', () => undefined);
  const address = server.server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;

  return {
    url: `smtp://${LOOPBACK}:${listening}`,
    port: listening,
    mails,
    attempts,
    behave: (next) => {
      behaviour = next;
    },
    waitForMails: (count, withinMs = 10_000) =>
      new Promise((resolve, reject) => {
        const arrived = (): void => {
          if (mails.length < count) return;
          arrivals.delete(arrived);
          clearTimeout(timer);
          resolve(mails);
        };
        const timer = setTimeout(() => {
          arrivals.delete(arrived);
          reject(new Error(`${mails.length} of ${count} mails came within ${withinMs} ms`));
        }, withinMs);
        arrivals.add(arrived);
        arrived();
      }),
    clear: () => {
      mails.length = 0;
      attempts.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
