import { createTransport } from 'nodemailer';
import { LOOPBACK } from '../../apps/local/engines/ports.js';
import { deliveryReport } from '../factories/returned-mails.js';
import type { Mailbox, ReceivedMail } from './mailbox.js';

/** A mail server that takes every mail and reports to its return address, a moment later, what became of it. */
export interface ReportingServer {
  /** Resolves once every report is answered for. */
  settled(): Promise<void>;
}

/**
 * Has a mail server report of every mail that it accepts: that it failed, for some addresses, or that it was delivered.
 * @param returnPort where mail is received that comes back
 */
export function reportFrom(
  mailbox: Mailbox,
  returnPort: number,
  unknownAddresses: readonly string[],
): ReportingServer {
  const transport = createTransport({ host: LOOPBACK, port: returnPort, ignoreTLS: true });
  const underWay = new Set<Promise<unknown>>();
  const report = ({ envelope, parsed }: ReceivedMail): Promise<unknown> => {
    const [recipient = ''] = envelope.to;
    const action = unknownAddresses.includes(recipient) ? 'failed' : 'delivered';
    const raw = deliveryReport({ action, recipient, messageId: parsed.messageId });
    return transport.sendMail({ envelope: { from: '', to: [envelope.from] }, raw });
  };
  mailbox.behave({
    onAccepted: (mail) => {
      underWay.add(report(mail));
    },
  });
  return {
    async settled() {
      const reports = [...underWay];
      underWay.clear();
      await Promise.all(reports);
      if (underWay.size > 0) await this.settled();
    },
  };
}
