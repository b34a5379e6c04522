/** Mails as they come back from outside: what mail servers report, and what calendar programs and people answer. */
import type { DeliveryAction } from '../../libs/mail/returned/delivery-status.js';

export interface ReportedDelivery {
  readonly action: DeliveryAction;
  readonly status?: string;
  /** Whom the mail was for. */
  readonly recipient: string;
  /** The Message-ID of the mail that it is about. */
  readonly messageId?: string;
}

/** A delivery status notification (RFC 3464), as mail servers write it. */
export function deliveryReport({ action, status, recipient, messageId }: ReportedDelivery): string {
  return lines(
    'From: Mail Delivery System <mailer-daemon@post.example.dk>',
    'To: <retur@example.dk>',
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Tue, 2 Mar 2027 10:05:00 +0100',
    'Message-ID: <20270302090500.1@post.example.dk>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    ' boundary="report"',
    '',
    '--report',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `This is the mail system. What became of your mail to <${recipient}>: ${action}.`,
    '',
    '--report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; post.example.dk',
    'Arrival-Date: Tue, 2 Mar 2027 10:00:00 +0100',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Original-Recipient: rfc822;${recipient}`,
    `Action: ${action}`,
    `Status: ${status ?? STATUS[action]}`,
    `Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>: no such user`,
    '',
    '--report',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId ?? '<unknown@example.dk>'}`,
    'Subject: Du har en besked',
    '',
    '--report--',
  );
}

const STATUS: Readonly<Record<DeliveryAction, string>> = {
  failed: '5.1.1',
  delayed: '4.4.1',
  delivered: '2.0.0',
  relayed: '2.0.0',
  expanded: '2.0.0',
};

export interface CalendarAnswer {
  readonly uid: string;
  readonly sequence: number;
  readonly attendee: string;
  /** Who the mail says to be from; the attendee unless it is said otherwise. */
  readonly sender?: string;
  readonly partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED';
  /** Such as `20270302T090000Z`. */
  readonly stamp: string;
}

/** An answer to an invitation (RFC 6047), as calendar programs write it. */
export function calendarAnswer(answer: CalendarAnswer): string {
  const { uid, sequence, attendee, sender, partstat, stamp } = answer;
  return lines(
    `From: Somebody <${sender ?? attendee}>`,
    'To: <retur@example.dk>',
    `Subject: ${partstat}: Møde`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="answer"',
    '',
    '--answer',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Jeg har svaret.',
    '',
    '--answer',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//calendar//EN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    `ATTENDEE;PARTSTAT=${partstat}:mailto:${attendee}`,
    'ORGANIZER:mailto:retur@example.dk',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
    '--answer--',
  );
}

/** The answer of a mailbox whose owner is away (RFC 3834). */
export function vacationReply(sender: string): string {
  return lines(
    `From: <${sender}>`,
    'Subject: Automatisk svar',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Jeg er på ferie.',
  );
}

/** What a person answers although nobody reads it. */
export function personalReply(sender: string): string {
  return lines(`From: <${sender}>`, 'Subject: Re: Du har en besked', '', 'Tak, jeg kommer.');
}

/** A mail whose parts lie in one another, so many deep. */
export function nestedParts(depth: number): string {
  const open = Array.from({ length: depth }, (_, level) => [
    `Content-Type: multipart/mixed; boundary="b${level}"`,
    '',
    `--b${level}`,
  ]).flat();
  return lines('From: <x@example.dk>', 'MIME-Version: 1.0', ...open, 'Content-Type: text/plain', '', 'x');
}

function lines(...all: readonly string[]): string {
  return `${all.join('\r\n')}\r\n`;
}
