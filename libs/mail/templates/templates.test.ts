import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS, type NoticeKind } from '../../domain/notice/notice.types.js';
import { MAIL_LANGUAGES, type MailLanguage } from '../language.js';
import { revealsCourse } from '../neutral-words.js';
import { isTimedNotice, type NoticeItem } from './notice-item.js';
import { renderMail } from './render-mail.js';

const link = 'https://besked.example.dk/b/5c0f?a=1&b=2';
const meeting = { from: '2027-03-02T08:00:00.000Z', to: '2027-03-02T09:30:00.000Z' };
const everyText = MAIL_LANGUAGES.flatMap((language) => NOTICE_KINDS.map((kind) => ({ language, kind })));

function item(kind: NoticeKind): NoticeItem {
  const base = { deadline: '2027-03-09', link };
  return isTimedNotice(kind) ? { ...base, kind, meeting } : { ...base, kind };
}

function mailOf(kind: NoticeKind, language: MailLanguage): ReturnType<typeof renderMail> {
  return renderMail({ language, firstName: 'Nancy', items: [item(kind)] });
}

/** What the HTML says, with each link as the text form writes it. */
function read(html: string): string {
  return html
    .replace(/^[\s\S]*<body[^>]*>/u, '')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/gu, '$2: $1')
    .replace(/<[^>]+>/gu, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39);/gu,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
    );
}

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Beyond what reveals the course: words that a mail has no reason to use. */
const otherWords =
  /cpr|koordinat|coordinat|borger|citizen|kommune|municipal|region|jobcent|pårørende|relative|\bplan|handleplan|indsats|forløb|sygdom|illness|syg\b|crisis|krise|social/iu;

describe('the texts of notices', () => {
  it.each(everyText)('$kind in $language tells nobody what it is about', ({ kind, language }) => {
    const { subject, text, html } = mailOf(kind, language);
    for (const part of [subject, text, read(html)]) {
      expect(revealsCourse(part)).toBe(false);
      expect(part).not.toMatch(otherWords);
    }
    expect(subject).not.toContain('Nancy');
  });

  it.each(everyText)(
    '$kind in $language has a short subject and leads to the content',
    ({ kind, language }) => {
      const { subject, text, html } = mailOf(kind, language);
      expect(subject.length).toBeGreaterThan(0);
      expect(subject.length).toBeLessThanOrEqual(70);
      expect(text).toContain(`: ${link}\n`);
      expect(html).toContain('href="https://besked.example.dk/b/5c0f?a=1&amp;b=2"');
    },
  );

  it.each(everyText)('$kind in $language says the same in text and HTML', ({ kind, language }) => {
    const { text, html } = mailOf(kind, language);
    expect(words(read(html))).toBe(words(text));
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).not.toMatch(/<(img|script|link|iframe|form)\b/u);
  });

  it.each(everyText)('$kind in $language is whole without deadline and name', ({ kind, language }) => {
    const { text } = renderMail({ language, firstName: null, items: [{ ...item(kind), deadline: null }] });
    expect(text).not.toMatch(/null|undefined|9\. marts|9 March/u);
  });

  it('says in which languages differ', () => {
    for (const kind of NOTICE_KINDS) {
      expect(mailOf(kind, 'da').text).not.toBe(mailOf(kind, 'en').text);
    }
  });
});

describe('one mail', () => {
  it('gives meeting time and deadline in words, in Danish time', () => {
    const { subject, text } = mailOf('meetingInvitation', 'da');
    expect(subject).toBe('Du har en besked om et møde');
    expect(text).toContain('Hej Nancy\n');
    expect(text).toContain('Mødet er tirsdag den 2. marts 2027 kl. 09.00–10.30.');
    expect(text).toContain('Svar senest tirsdag den 9. marts 2027.');
  });

  it('follows the clocks and can end on another day', () => {
    const night = { from: '2027-07-01T20:00:00.000Z', to: '2027-07-01T23:00:00.000Z' };
    const items = [{ ...item('agenda'), kind: 'agenda' as const, meeting: night }];
    expect(renderMail({ language: 'da', firstName: null, items }).text).toContain(
      'torsdag den 1. juli 2027 kl. 22.00 til fredag den 2. juli 2027 kl. 01.00',
    );
    expect(renderMail({ language: 'en', firstName: null, items }).text).toMatch(
      /Thursday,? 1 July 2027 at 22:00 to Friday,? 2 July 2027 at 01:00/u,
    );
  });

  it('cannot be broken by a name', () => {
    const firstName = 'Nan\r\nBcc: x@example.dk\r\n\r\n<b onclick="x">cy</b>\u202Eabc';
    const { subject, text, html } = renderMail({ language: 'da', firstName, items: [item('taskRaised')] });
    expect(subject).toBe('Du har en besked');
    expect(text).toContain('Hej Nan Bcc: x@example.dk <b onclick="x">cy</b> abc\n');
    expect(html).not.toContain('<b ');
    expect(html).toContain('&lt;b onclick=&quot;x&quot;&gt;');
  });

  it.each(['javascript:alert(1)', '/b/5c0f', '', 'data:text/html,x'])(
    'takes no link such as "%s"',
    (wrong) => {
      const content = {
        language: 'da',
        firstName: null,
        items: [{ ...item('taskRaised'), link: wrong }],
      } as const;
      expect(() => renderMail(content)).toThrow(RangeError);
    },
  );

  it('needs something to tell', () => {
    expect(() => renderMail({ language: 'da', firstName: null, items: [] })).toThrow(RangeError);
  });
});

describe('several notices in one mail', () => {
  const items = [item('meetingProposal'), item('requestAnswered'), item('agenda')];

  it('counts them and tells each with its link', () => {
    const { subject, text, html } = renderMail({ language: 'da', firstName: 'Nancy', items });
    expect(subject).toBe('Du har 3 beskeder');
    expect(text.split(link)).toHaveLength(4);
    expect(text).toContain('Hvornår kan du mødes?');
    expect(html.match(/<h2/gu)).toHaveLength(3);
    expect(words(read(html))).toBe(words(text));
  });

  it('does so in English', () => {
    expect(renderMail({ language: 'en', firstName: null, items }).subject).toBe('You have 3 messages');
  });
});
