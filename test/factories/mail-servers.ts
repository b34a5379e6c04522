/** What mail servers write of a mail, each in a structure of its own, written anew; all of it is about the one recipient. */
import { CRLF, type SentMail } from './calendar-programs.js';

type Server = (recipient: string) => SentMail;

const lines = (...all: readonly string[]): string => `${all.join(CRLF)}${CRLF}`;
const report = (...all: readonly string[]): SentMail => ({ raw: Buffer.from(lines(...all)), sender: '' });

interface StatusParts {
  readonly action?: string;
  readonly status?: string;
  readonly more?: readonly string[];
}

const status = (
  recipient: string,
  { action = 'failed', status: code = '5.1.1', more = [] }: StatusParts = {},
): string[] => [
  'Reporting-MTA: dns; post.example',
  'Arrival-Date: Tue, 2 Mar 2027 10:00:00 +0100',
  '',
  `Final-Recipient: rfc822; ${recipient}`,
  ...(action === '' ? [] : [`Action: ${action}`]),
  ...(code === '' ? [] : [`Status: ${code}`]),
  ...more,
];

const postfix =
  (action: string, code: string): Server =>
  (recipient) =>
    report(
      'From: MAILER-DAEMON@post.example (Mail Delivery System)',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status;',
      '\tboundary="4XyZ.1/post.example"',
      '',
      'This is a MIME-encapsulated message.',
      '',
      '--4XyZ.1/post.example',
      'Content-Description: Notification',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      `<${recipient}>: host mx.borger.example said: as below`,
      '',
      '--4XyZ.1/post.example',
      'Content-Description: Delivery report',
      'Content-Type: message/delivery-status',
      '',
      ...status(recipient, {
        action,
        status: code,
        more: ['Remote-MTA: dns; mx.borger.example', `Diagnostic-Code: smtp; ${code}`],
      }),
      '',
      '--4XyZ.1/post.example',
      'Content-Description: Undelivered Message',
      'Content-Type: message/rfc822',
      '',
      'Subject: Du har en besked',
      'Content-Type: text/plain',
      '',
      'Hej',
      '',
      '--4XyZ.1/post.example--',
    );

const exchange: Server = (recipient) =>
  report(
    'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@post.example>',
    'Subject: =?utf-8?Q?Kan_ikke_leveres:_Du_har_en_besked?=',
    'MIME-Version: 1.0',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r1"',
    '',
    '--r1',
    'Content-Type: multipart/alternative; differences=Content-Type; boundary="a1"',
    '',
    '--a1',
    'Content-Type: text/plain; charset="us-ascii"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Brevet kom ikke frem.',
    '--a1',
    'Content-Type: text/html; charset="us-ascii"',
    '',
    '<p>Brevet kom ikke frem.</p>',
    '--a1--',
    '',
    '--r1',
    'Content-Type: message/delivery-status',
    '',
    ...status(recipient, { status: '5.1.10', more: ['X-Display-Name: En Person'] }),
    '',
    '--r1',
    'Content-Type: message/rfc822',
    '',
    'Subject: Du har en besked',
    '',
    '--r1--',
  );

const gmail: Server = (recipient) =>
  report(
    'From: Mail Delivery Subsystem <mailer-daemon@kalender.example>',
    'Subject: Delivery Status Notification (Failure)',
    'Auto-Submitted: auto-replied',
    `X-Failed-Recipients: ${recipient}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; boundary="0"; report-type=delivery-status',
    '',
    '--0',
    'Content-Type: multipart/related; boundary="1"',
    '',
    '--1',
    'Content-Type: multipart/alternative; boundary="2"',
    '',
    '--2',
    'Content-Type: text/plain; charset="UTF-8"',
    '',
    '** Adressen blev ikke fundet **',
    '--2',
    'Content-Type: text/html; charset="UTF-8"',
    '',
    '<h2>Adressen blev ikke fundet</h2>',
    '--2--',
    '--1',
    'Content-Type: image/png; name="icon.png"',
    'Content-Transfer-Encoding: base64',
    'Content-ID: <icon.png>',
    '',
    'iVBORw0KGgo=',
    '--1--',
    '--0',
    'Content-Type: message/delivery-status',
    '',
    ...status(recipient, { more: ['Last-Attempt-Date: Tue, 2 Mar 2027 10:00:01 +0100'] }),
    '',
    '--0',
    'Content-Type: message/rfc822',
    '',
    'Subject: Du har en besked',
    '--0--',
  );

const exim: Server = (recipient) =>
  report(
    'From: Mail Delivery System <Mailer-Daemon@post.example>',
    'Subject: Mail delivery failed: returning message to sender',
    `X-Failed-Recipients: ${recipient}`,
    'Auto-Submitted: auto-replied',
    '',
    'A message of yours did not get to somebody, for good:',
    '',
    `  ${recipient}`,
    '    host mx.borger.example: 550 5.1.1 nobody of this name',
  );

const eximDelayed: Server = (recipient) =>
  report(
    'From: Mail Delivery System <Mailer-Daemon@post.example>',
    'Subject: Warning: message 1a2b delayed 24 hours',
    'Auto-Submitted: auto-replied',
    '',
    'Your message is on its way and has not yet been delivered to:',
    '',
    `  ${recipient}`,
    '',
    'No action is required; it could not be delivered so far, and is tried again.',
  );

const qmail: Server = (recipient) =>
  report(
    'From: MAILER-DAEMON@post.example',
    'Subject: failure notice',
    '',
    'The mail program at post.example speaking. I gave up on the address below.',
    'This is a permanent error.',
    '',
    `<${recipient}>:`,
    'Nobody has a mailbox here by that name. (#5.1.1)',
    '',
    '--- Below this line is what you wrote.',
  );

const domino: Server = (recipient) =>
  report(
    'From: Postmaster@post.example',
    'Subject: DELIVERY FAILURE: User is not listed in the directory',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; REPORT-TYPE="delivery-status"; BOUNDARY="==IFJR"',
    '',
    '--==IFJR',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `Your document was not delivered to: ${recipient}`,
    '',
    '--==IFJR',
    'Content-Type: message/delivery-status',
    '',
    ...status(recipient, { action: '', status: '5.0.0' }),
    '',
    '--==IFJR',
    'Content-Type: message/rfc822',
    '',
    'Subject: Du har en besked',
    '--==IFJR--',
  );

const opensmtpd: Server = (recipient) =>
  report(
    'From: Mailer Daemon <MAILER-DAEMON@post.example>',
    'Subject: Delivery status notification: failed',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="7/post.example"',
    '',
    '--7/post.example',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `    ${recipient}: 550 nobody`,
    '',
    '--7/post.example',
    'Content-Description: Delivery Report',
    'Content-Type: message/delivery-status',
    '',
    ...status(recipient),
    '',
    '--7/post.example',
    'Content-Description: Message headers',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: Du har en besked',
    '',
    '--7/post.example--',
  );

/** Words alone, from the null sender, of a program that nobody knows. */
const wordsAlone: Server = (recipient) =>
  report(
    'From: Posthuset <post@post.example>',
    'Subject: Brev',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Brevet til ${recipient} kunne ikke leveres, og det prøves ikke igen.`,
  );

const withoutReportType: Server = (recipient) =>
  report(
    'From: MAILER-DAEMON@post.example',
    'Subject: Returned',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; boundary="q"',
    '',
    '--q',
    'Content-Type: text/plain',
    '',
    'Returned.',
    '--q',
    'Content-Type: message/delivery-status',
    '',
    ...status(recipient),
    '--q--',
  );

/** A report that a server on the way put into a mail of its own, with a warning beside. */
const insideMixed: Server = (recipient) => {
  const inner = withoutReportType(recipient).raw.toString();
  return report(
    'From: MAILER-DAEMON@post.example',
    'Subject: Returned',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="outer"',
    '',
    '--outer',
    inner.slice(inner.indexOf('Content-Type: multipart/report')),
    '--outer',
    'Content-Type: text/plain',
    '',
    'Denne mail er kontrolleret.',
    '--outer--',
  );
};

/** By which server a mail is told to have failed. */
export const FAILURE_REPORTS = {
  Postfix: postfix('failed', '5.1.1'),
  Exchange: exchange,
  Gmail: gmail,
  Exim: exim,
  qmail,
  Domino: domino,
  OpenSMTPD: opensmtpd,
  'words alone': wordsAlone,
  'a report without its type': withoutReportType,
  'a report inside of another mail': insideMixed,
} satisfies Readonly<Record<string, Server>>;

/** By which server a mail is told to be on its way. */
export const WAY_REPORTS = {
  'Postfix, delayed': postfix('delayed', '4.4.1'),
  'Postfix, relayed': postfix('relayed', '2.0.0'),
  'Postfix, expanded': postfix('expanded', '2.0.0'),
  'Exim, delayed': eximDelayed,
} satisfies Readonly<Record<string, Server>>;

/** A report that a person passes on, to ask what it means. */
export function forwardedReport(recipient: string): SentMail {
  const { raw } = opensmtpd(recipient);
  const text = raw
    .toString()
    .replace(/^From: .*$/m, `From: <${recipient}>`)
    .replace(/^Subject: .*$/m, 'Subject: VS: hvad er det?');
  return { raw: Buffer.from(text), sender: recipient };
}

/** Mailboxes whose owners are away, by the programs that say so. */
export const AWAY_REPLIES = {
  'by the standard': ['Auto-Submitted: auto-replied', 'Subject: Ikke her'],
  'by Exchange': [
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
    'Subject: Automatisk svar: Du har en besked',
  ],
  'by an older program': ['X-Autoreply: yes', 'Precedence: bulk', 'Subject: På ferie'],
  'by its heading alone': ['Subject: Out of office'],
} satisfies Readonly<Record<string, readonly string[]>>;

/** What a mailbox answers whose owner is away; by many programs from the null sender. */
export function awayReply(headers: readonly string[], sender: string): SentMail {
  const raw = lines(
    `From: <${sender}>`,
    ...headers,
    '',
    `Jeg er på ferie. Skriv til ${sender}, hvis det haster.`,
  );
  return { raw: Buffer.from(raw), sender: '' };
}
