import { createTransport } from 'nodemailer';
import { deliveryReport } from '../../test/factories/returned-mails.js';
import { DELIVERY_ACTIONS, type DeliveryAction } from '../../libs/mail/returned/delivery-status.js';
import { LocalError } from './engines/local-error.js';
import { LOOPBACK } from './engines/ports.js';
import { readSettings } from './settings.js';

/** A mail as the inbox tells of it. */
interface InboxMail {
  readonly headers: { readonly 'message-id'?: string };
  readonly time: string;
  readonly envelope: {
    readonly from: { readonly address: string };
    readonly to: readonly { readonly address: string }[];
  };
}

const USAGE = `Expected an address, and perhaps what is reported of its newest mail: ${DELIVERY_ACTIONS.join(', ')}.`;

/** Reports what became of the newest mail to an address, to the address that it comes back to. */
async function bounce([recipient, action = 'failed']: readonly string[]): Promise<void> {
  if (recipient === undefined || !isAction(action)) throw new LocalError(USAGE);
  const { ports } = readSettings(process.env);
  const mail = await newestMailTo(recipient, ports.mail);
  const to = mail.envelope.from.address;
  const messageId = mail.headers['message-id'];
  const server = createTransport({ host: LOOPBACK, port: ports.inboundSmtp, ignoreTLS: true });
  try {
    await server.sendMail({
      envelope: { from: '', to: [to] },
      raw: deliveryReport({ action, recipient, ...(messageId === undefined ? {} : { messageId }) }),
    });
  } finally {
    server.close();
  }
  console.log(`The newest mail to ${recipient} is reported as ${action}.`);
}

async function newestMailTo(recipient: string, port: number): Promise<InboxMail> {
  const answer = await fetch(`http://${LOOPBACK}:${port}/api/email`).catch(() => null);
  if (answer?.ok !== true)
    throw new LocalError(`There is no mail inbox on port ${port}: run npm start first.`);
  const mails = ((await answer.json()) as InboxMail[]).filter(({ envelope }) =>
    envelope.to.some(({ address }) => address === recipient),
  );
  const newest = mails.toSorted((a, b) => (a.time < b.time ? -1 : 1)).at(-1);
  if (newest === undefined) throw new LocalError(`There is no mail to ${recipient} in the inbox.`);
  return newest;
}

function isAction(word: string): word is DeliveryAction {
  return (DELIVERY_ACTIONS as readonly string[]).includes(word);
}

try {
  await bounce(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof LocalError ? error.message : error);
  process.exitCode = 1;
}
