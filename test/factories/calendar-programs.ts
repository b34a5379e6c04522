/** Answers to invitations as calendar programs structure them, written anew: what is said is the same, how is each program's own. */

export type Partstat = 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED' | 'NEEDS-ACTION';

/** What somebody answers. */
export interface ProgramAnswer {
  readonly uid: string;
  readonly sequence: number;
  readonly attendee: string;
  readonly partstat: Partstat;
  /** Such as `20270302T090000Z`. */
  readonly stamp: string;
  /** To which the answer goes. */
  readonly organizer: string;
}

/** A mail as it is sent, and the sender of its envelope. */
export interface SentMail {
  readonly raw: Buffer;
  readonly sender: string;
}

type Program = (answer: ProgramAnswer) => SentMail;

export const CRLF = '\r\n';
const lines = (...all: readonly string[]): string => all.join(CRLF);
const base64 = (text: string | Buffer): string =>
  (
    Buffer.from(text as string)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join(CRLF);

interface CalendarParts {
  readonly method?: string | null;
  readonly prodId: string;
  /** The lines of ATTENDEE. */
  readonly attendees?: readonly string[];
  readonly more?: readonly string[];
  /** Around the event. */
  readonly zones?: readonly string[];
}

function calendar(answer: ProgramAnswer, parts: CalendarParts): string {
  const { uid, sequence, stamp, attendee, partstat, organizer } = answer;
  const { method = 'REPLY', prodId, attendees, more = [], zones = [] } = parts;
  return lines(
    'BEGIN:VCALENDAR',
    `PRODID:${prodId}`,
    'VERSION:2.0',
    ...(method === null ? [] : [`METHOD:${method}`]),
    ...zones,
    'BEGIN:VEVENT',
    ...(attendees ?? [`ATTENDEE;PARTSTAT=${partstat}:mailto:${attendee}`]),
    `UID:${uid}`,
    `SEQUENCE:${String(sequence)}`,
    `DTSTAMP:${stamp}`,
    `ORGANIZER:mailto:${organizer}`,
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  );
}

const COPENHAGEN = lines(
  'BEGIN:VTIMEZONE',
  'TZID:Romance Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
);

function head(from: string, subject: string, ...more: readonly string[]): string[] {
  return [`From: ${from}`, 'To: <retur@example.dk>', `Subject: ${subject}`, 'MIME-Version: 1.0', ...more];
}

function sent(answer: ProgramAnswer, ...mail: readonly string[]): SentMail {
  return { raw: Buffer.from(lines(...mail)), sender: answer.attendee };
}

/** Exchange and Outlook desktop: alternative, the calendar in base64, with a zone, a folded address and properties of their own. */
const exchange: Program = (answer) => {
  const ics = calendar(answer, {
    prodId: 'Microsoft Exchange Server 2010',
    zones: [COPENHAGEN],
    attendees: [`ATTENDEE;PARTSTAT=${answer.partstat};CN=En`, ` Person:mailto:${answer.attendee}`],
    more: [
      'COMMENT;LANGUAGE=da-DK:\\n',
      'SUMMARY;LANGUAGE=da-DK:Accepteret: Møde',
      'DTSTART;TZID=Romance Standard Time:20270316T100000',
      'DTEND;TZID=Romance Standard Time:20270316T110000',
      'CLASS:PRIVATE',
      'X-MICROSOFT-CDO-APPT-SEQUENCE:0',
      'X-MICROSOFT-CDO-OWNERAPPTID:0',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:REMINDER',
      'TRIGGER;RELATED=START:-PT15M',
      'END:VALARM',
    ],
  });
  return sent(
    answer,
    ...head(`En Person <${answer.attendee}>`, '=?utf-8?B?QWNjZXB0ZXJldDogTcO4ZGU=?=', 'X-MS-Has-Attach:'),
    'Content-Type: multipart/alternative;',
    '\tboundary="_000_AB0DK_"',
    '',
    '--_000_AB0DK_',
    'Content-Type: text/plain; charset="iso-8859-1"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Jeg kommer =F8nskeligt.',
    '',
    '--_000_AB0DK_',
    'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
    'Content-Transfer-Encoding: base64',
    '',
    base64(ics),
    '',
    '--_000_AB0DK_--',
    '',
  );
};

/** Outlook on a telephone: mixed, the calendar beside a page. */
const outlookMobile: Program = (answer) =>
  sent(
    answer,
    ...head(`<${answer.attendee}>`, 'Accepted: Møde'),
    'Content-Type: multipart/mixed; boundary="m1"',
    '',
    '--m1',
    'Content-Type: text/html; charset="utf-8"',
    '',
    '<div>Sendt fra Outlook til Android</div>',
    '',
    '--m1',
    'Content-Type: text/calendar; charset="utf-8"; method="REPLY"; name="meeting.ics"',
    'Content-Disposition: attachment; filename="meeting.ics"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    calendar(answer, { prodId: '-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN' }).replaceAll('=', '=3D'),
    '--m1--',
    '',
  );

/** Google: mixed around alternative, the calendar twice, sent by a service in its own name. */
const google: Program = (answer) => {
  const ics = calendar(answer, {
    prodId: '-//Google Inc//Google Calendar 70.9054//EN',
    attendees: [
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${answer.partstat};CN=${answer.attendee};X-N`,
      ` UM-GUESTS=0:mailto:${answer.attendee}`,
    ],
    more: ['CREATED:20270301T080000Z', 'LAST-MODIFIED:20270302T090000Z', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE'],
  });
  const raw = lines(
    ...head(
      'En Person <calendar-notification@kalender.example>',
      'Accepted: Møde',
      'Sender: Kalender <kalender@kalender.example>',
    ),
    'Content-Type: multipart/mixed; boundary="0001"',
    '',
    '--0001',
    'Content-Type: multipart/alternative; boundary="0002"',
    '',
    '--0002',
    'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
    '',
    'Har svaret.',
    '',
    '--0002',
    'Content-Type: text/calendar; charset="UTF-8"; method=REPLY',
    'Content-Transfer-Encoding: 7bit',
    '',
    ics,
    '--0002--',
    '--0001',
    'Content-Type: application/ics; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"',
    'Content-Transfer-Encoding: base64',
    '',
    base64(ics),
    '--0001--',
    '',
  );
  return { raw: Buffer.from(raw), sender: 'bounces@kalender.example' };
};

/** Apple: the person named by a place in a directory, the address beside it. */
const apple: Program = (answer) =>
  sent(
    answer,
    ...head(`En Person <${answer.attendee}>`, 'Svar: Møde'),
    'Content-Type: multipart/alternative; boundary="Apple-Mail=_1"',
    '',
    '--Apple-Mail=_1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Har svaret.',
    '--Apple-Mail=_1',
    'Content-Type: text/calendar; charset=utf-8; method=reply',
    'Content-Transfer-Encoding: 8bit',
    '',
    calendar(answer, {
      prodId: '-//Apple Inc.//macOS 15.1//EN',
      attendees: [
        `ATTENDEE;CN="En Person";CUTYPE=INDIVIDUAL;EMAIL="${answer.attendee}";PARTSTAT=${answer.partstat}:/aMTI/principal/`,
      ],
      more: ['REQUEST-STATUS:2.0;Success'],
    }),
    '--Apple-Mail=_1--',
    '',
  );

/** Thunderbird: one part that is the calendar, with names of methods in small letters. */
const thunderbird: Program = (answer) =>
  sent(
    answer,
    ...head(
      `<${answer.attendee}>`,
      'Event Invitation Reply (Accepted): Møde',
      'User-Agent: Mozilla Thunderbird',
    ),
    'Content-Type: text/calendar; method=REPLY; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    calendar(answer, {
      prodId: '-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN',
      method: 'reply',
      more: ['SUMMARY:Møde', 'X-MOZ-RECEIVED-SEQUENCE:0', 'X-MOZ-RECEIVED-DTSTAMP:20270301T080000Z'],
    }),
  );

/** Nextcloud: the calendar as an attached file alone, whose type is not said. */
const nextcloud: Program = (answer) => {
  const raw = lines(
    ...head('En Person via Nextcloud <svar@sky.example>', 'Re: Møde', `Reply-To: ${answer.attendee}`),
    'Content-Type: multipart/mixed; boundary="=_nc"',
    '',
    '--=_nc',
    'Content-Type: multipart/alternative; boundary="=_in"',
    '',
    '--=_in',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Har svaret.',
    '--=_in',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Har svaret.</p>',
    '--=_in--',
    '--=_nc',
    'Content-Type: application/octet-stream; name="event.ics"',
    'Content-Disposition: attachment; filename="event.ics"',
    'Content-Transfer-Encoding: base64',
    '',
    base64(calendar(answer, { prodId: '-//Sabre//Sabre VObject 4.5.4//EN' })),
    '--=_nc--',
    '',
  );
  return { raw: Buffer.from(raw), sender: 'svar@sky.example' };
};

/** A mark of the encoding before the calendar. */
const marked: Program = (answer) =>
  sent(
    answer,
    ...head(`<${answer.attendee}>`, 'Accepted: Møde'),
    'Content-Type: multipart/alternative; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    `\ufeff${calendar(answer, { prodId: '-//example//EN' })}`,
    '--b1--',
    '',
  );

/** UTF-16, as its mark says. */
const utf16: Program = (answer) =>
  sent(
    answer,
    ...head(`<${answer.attendee}>`, 'Accepted: Møde'),
    'Content-Type: text/calendar; charset=utf-16; method=REPLY',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(`\ufeff${calendar(answer, { prodId: '-//example//EN' })}`, 'utf16le')),
  );

/** Letters of Latin-1 that the mail says nothing of, lines without carriage returns, and an empty line within. */
const untidy: Program = (answer) => {
  const ics = calendar(answer, {
    prodId: '-//example//EN',
    more: ['SUMMARY:Møde', '', 'X-NOTE:på rådhuset'],
  });
  const mail = lines(
    ...head(`<${answer.attendee}>`, 'Accepted'),
    'Content-Type: text/calendar; method=REPLY',
    'Content-Transfer-Encoding: 8bit',
    '',
    ics,
  );
  return { raw: Buffer.from(mail.replaceAll(CRLF, '\n'), 'latin1'), sender: answer.attendee };
};

/** The method said beside the calendar and not within. */
const methodBeside: Program = (answer) =>
  sent(
    answer,
    ...head(`<${answer.attendee}>`, 'Accepted'),
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    calendar(answer, { prodId: '-//example//EN', method: null }),
  );

/** The method said within the calendar and not beside it. */
const methodWithin: Program = (answer) =>
  sent(
    answer,
    ...head(`<${answer.attendee}>`, 'Accepted'),
    'Content-Type: text/calendar; charset=utf-8',
    '',
    calendar(answer, { prodId: '-//example//EN' }),
  );

/** The calendar as the words of the mail, as a gateway made it. */
const asWords: Program = (answer) =>
  sent(
    answer,
    ...head(`<${answer.attendee}>`, 'Accepted'),
    'Content-Type: text/plain; charset=utf-8',
    '',
    calendar(answer, { prodId: '-//example//EN' }),
  );

/** A secretary who answers for somebody. */
const secretary: Program = (answer) => ({
  ...sent(
    answer,
    ...head('Sekretær <sekretariat@borger.example>', 'Accepted', `Sender: <sekretariat@borger.example>`),
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    calendar(answer, {
      prodId: '-//example//EN',
      attendees: [
        `ATTENDEE;SENT-BY="mailto:sekretariat@borger.example";PARTSTAT=${answer.partstat}:MAILTO:${answer.attendee.toUpperCase()}`,
      ],
    }),
  ),
  sender: 'sekretariat@borger.example',
});

/** Several meetings in one calendar, one of them an occurrence of a series, and somebody else beside the one who answers. */
const several: Program = (answer) => {
  const own = calendar(answer, {
    prodId: '-//example//EN',
    attendees: [
      'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:anden@borger.example',
      `ATTENDEE;PARTSTAT=${answer.partstat}:mailto:${answer.attendee}`,
    ],
  });
  const other = lines(
    'BEGIN:VEVENT',
    'UID:noget-andet@borger.example',
    'RECURRENCE-ID:20270309T090000Z',
    `DTSTAMP:${answer.stamp}`,
    `ATTENDEE;PARTSTAT=DECLINED:mailto:${answer.attendee}`,
    'END:VEVENT',
    'BEGIN:VEVENT',
  );
  return sent(
    answer,
    ...head(`<${answer.attendee}>`, 'Accepted'),
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    own.replace('BEGIN:VEVENT', other),
  );
};

/** By which way a program tells it. */
export const CALENDAR_PROGRAMS = {
  'Exchange and Outlook desktop': exchange,
  'Outlook on a telephone': outlookMobile,
  Google: google,
  Apple: apple,
  Thunderbird: thunderbird,
  Nextcloud: nextcloud,
  'a mark before the calendar': marked,
  'UTF-16': utf16,
  'letters of Latin-1': untidy,
  'a method beside the calendar': methodBeside,
  'a method within the calendar': methodWithin,
  'a calendar as words': asWords,
  'a secretary': secretary,
  'several meetings': several,
} satisfies Readonly<Record<string, Program>>;

/** Another time is proposed, as Outlook and Google do (RFC 5546, 3.2.7). */
export const counterProposal: Program = (answer) =>
  sent(
    answer,
    ...head(`<${answer.attendee}>`, 'Nyt tidspunkt foreslået: Møde'),
    'Content-Type: multipart/alternative; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Kan vi tage den kl. 12?',
    '',
    '--b1',
    'Content-Type: text/calendar; charset=utf-8; method=COUNTER',
    '',
    calendar(answer, {
      prodId: '-//example//EN',
      method: 'COUNTER',
      more: ['DTSTART:20270321T120000Z', 'DTEND:20270321T133000Z'],
    }),
    '--b1--',
    '',
  );

/** Somebody else is to come instead (RFC 5546, 3.2.2.3). */
export const delegation: Program = (answer) =>
  sent(
    answer,
    ...head(`<${answer.attendee}>`, 'Delegated: Møde'),
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    calendar(answer, {
      prodId: '-//example//EN',
      attendees: [
        `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:anden@borger.example":mailto:${answer.attendee}`,
        `ATTENDEE;PARTSTAT=NEEDS-ACTION;DELEGATED-FROM="mailto:${answer.attendee}":mailto:anden@borger.example`,
      ],
    }),
  );
