import type { SendOutcome } from './outgoing-mail.js';

/** What nodemailer says about a sending that failed. */
export interface SendFailure {
  readonly code?: string | undefined;
  /** The SMTP command that was being answered. */
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  /** Whether the same mail would be refused again (RFC 5321, 4.2.1). */
  readonly permanent?: boolean | undefined;
}

/** Answers to these concern this mail and its recipient; any other "no" concerns us or the server's state. */
const aboutThisMail = ['RCPT TO', 'DATA'];

/**
 * What became of a mail whose sending failed.
 * @param handedOver whether the connection had got all of the mail with its end mark, after which the server may
 *   have taken it (RFC 5321, 4.1.1.4: before that it must not)
 */
export function failureOutcome(failure: SendFailure, handedOver: boolean): SendOutcome {
  const { code = 'UNKNOWN', command, responseCode, permanent } = failure;
  if (responseCode !== undefined && responseCode >= 400) {
    const refused = permanent === true && command !== undefined && aboutThisMail.includes(command);
    return refused
      ? { status: 'refused', code: String(responseCode), permanent: true }
      : { status: 'deferred', code: String(responseCode) };
  }
  return { status: handedOver ? 'uncertain' : 'deferred', code };
}
