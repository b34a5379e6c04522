import type { Instant } from '../../domain/calendar/index.js';
import type { CalendarMethod } from '../calendar/meeting-invitation.js';
import type { MailLanguage } from '../language.js';

/** The mails about one plan to one recipient, which a mail program shows together. */
export interface MailThread {
  readonly planId: string;
  /** Identifies the recipient within the plan, for instance the participant's id. */
  readonly recipientId: string;
}

/** A mail to one recipient, ready to be sent. */
export interface OutgoingMail {
  /** The keys of the notices that it tells; the Message-ID follows from them. */
  readonly noticeKeys: readonly string[];
  readonly threads: readonly MailThread[];
  readonly to: {
    /** Null for somebody whose name is protected or unknown. */
    readonly name: string | null;
    readonly address: string;
  };
  /**
   * Where the mail, or a report of it, comes back to (the sender of the envelope, RFC 5321, MAIL FROM). Null if nobody
   * listens there: then it is the address that it is from, and no report is asked for.
   */
  readonly returnAddress: string | null;
  readonly language: MailLanguage;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The calendar entry that goes along; its METHOD must be `method` (RFC 6047, 2.4). */
  readonly calendar: { readonly method: CalendarMethod; readonly content: string } | null;
  /** The time in the Date header. */
  readonly at: Instant;
}

/**
 * What became of a sending. The codes are SMTP reply codes such as `550`, or the name of what failed such as
 * `ETIMEDOUT`; they never hold an address.
 */
export type SendOutcome =
  /** The server answered for the mail with a yes; it has not been delivered yet. */
  | { readonly status: 'accepted'; readonly response: string }
  /** The server or the form of the address refused it for good; trying again is of no use. */
  | { readonly status: 'refused'; readonly code: string; readonly permanent: true }
  /** It certainly did not go; it can be tried again. */
  | { readonly status: 'deferred'; readonly code: string }
  /** All of it went to the server and no answer came: it may be on its way, or not. */
  | { readonly status: 'uncertain'; readonly code: string };
