import { describe, expect, it } from '@jest/globals';
import { attachment, cleanFileName, givenFileName } from './file-name.js';

const fileNameOf = (header: string | undefined, endings: readonly string[]): string =>
  cleanFileName(givenFileName(header), endings);

const named = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

describe('the name of an upload', () => {
  it.each([
    ['a plain one', 'behandlingsplan.pdf', 'behandlingsplan.pdf'],
    ['Danish letters', 'Æblegrød på øen.PDF', 'Æblegrød på øen.pdf'],
    ['a way up', '../../etc/passwd', 'passwd.pdf'],
    ['a way up of Windows', '..\\..\\windows\\win.ini', 'win.ini.pdf'],
    ['nothing but a way up', '../..', 'document.pdf'],
    ['a whole path', '/srv/kiplan/plan.pdf', 'plan.pdf'],
    ['NUL before an ending', 'plan.pdf\0.exe', 'plan.pdf.exe.pdf'],
    ['line breaks', 'plan\r\nSet-Cookie: a=b.pdf', 'planSet-Cookie_ a=b.pdf'],
    ['a device of Windows', 'CON', '_CON.pdf'],
    ['a device with an ending', 'com1.txt', '_com1.txt.pdf'],
    ['a device that is none', 'console.pdf', 'console.pdf'],
    ['a stream of Windows', 'plan.pdf:hidden.exe', 'plan.pdf_hidden.exe.pdf'],
    ['dots and blanks at the end', 'plan. . .', 'plan.pdf'],
    ['a turned reading direction', 'plan\u202efdp.exe', 'planfdp.exe.pdf'],
    ['invisible characters', 'pl\u200ban\u2066.pdf', 'plan.pdf'],
    ['markup', '<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
    ['SQL', "'; DROP TABLE documents; --.pdf", "'; DROP TABLE documents; --.pdf"],
    ['a hidden file', '.htaccess', '.htaccess.pdf'],
    ['only an ending', '.pdf', 'document.pdf'],
  ])('is harmless to save: %s', (_what, given, kept) => {
    expect(fileNameOf(named(given), ['pdf'])).toBe(kept);
  });

  it.each([
    [undefined, 'document.pdf'],
    ['attachment', 'document.pdf'],
    ['attachment; filename=""', 'document.pdf'],
    ['attachment; filename="../a;b.pdf"', 'a;b.pdf'],
    ['attachment; filename=plan.pdf; size=7', 'plan.pdf'],
    ["attachment; filename*=UTF-8''%ff%fe; filename=plan.pdf", 'plan.pdf'],
  ])('is found in %j', (header, kept) => {
    expect(fileNameOf(header, ['pdf'])).toBe(kept);
  });

  const bytes = (header: string): string => Buffer.from(header).toString('latin1');

  it.each([
    ['a language', "attachment; filename*=UTF-8'da'%C3%86rlig%20talt.pdf", 'Ærlig talt.pdf'],
    ['no language', "attachment; filename*=utf-8''%C3%A6.pdf; filename=x.pdf", 'æ.pdf'],
    ['quotation marks around it', `attachment; filename*="UTF-8''%C3%A6.pdf"`, 'æ.pdf'],
    ['the former encoding', "attachment; filename*=iso-8859-1'da'S%F8ren.pdf", 'Søren.pdf'],
    [
      'an encoding that nobody knows',
      `attachment; filename*=x'da'S%F8ren.pdf; filename="Soren.pdf"`,
      'Soren.pdf',
    ],
    ['letters as they are', bytes('attachment; filename="Ærlig talt – 2.pdf"'), 'Ærlig talt – 2.pdf'],
    ['letters as they are, without marks', bytes('attachment; filename=blåbær.pdf'), 'blåbær.pdf'],
    ['an encoded word', 'attachment; filename="=?UTF-8?Q?S=C3=B8rens_plan.pdf?="', 'Sørens plan.pdf'],
    [
      'two encoded words',
      'attachment; filename="=?UTF-8?B?U8O4cmVu?= =?iso-8859-1?q?s_m=E5l.pdf?="',
      'Sørens mål.pdf',
    ],
    ['a word that is only half encoded', 'attachment; filename="=?UTF-8?Q?plan.pdf"', '=_UTF-8_Q_plan.pdf'],
    ['marks within marks', 'attachment; filename="a \\"b\\".pdf"', 'a _b_.pdf'],
    ['a path of Windows', 'attachment; filename="C:\\Users\\mig\\plan.pdf"', 'plan.pdf'],
  ])('is what was meant, with %s', (_what, header, kept) => {
    expect(fileNameOf(header, ['pdf'])).toBe(kept);
  });

  it.each([
    ['letters of Latin-1', 'attachment; filename="S\u00f8ren.pdf"'],
    ['a cut letter', 'attachment; filename="S\u00c3.pdf"'],
  ])('of %s is refused with what to send', (_what, header) => {
    expect(() => givenFileName(header)).toThrow('REQUEST.NOT_UTF8');
  });

  it('is cut, and keeps its ending', () => {
    const kept = fileNameOf(named(`${'å'.repeat(5_000)}.jpeg`), ['jpg', 'jpeg']);
    expect([kept.length, kept.endsWith('å.jpeg')]).toEqual([200, true]);
  });

  it('is read in no time, however it is made', () => {
    const began = performance.now();
    for (const header of [
      'filename='.repeat(1_000),
      `filename="${'\\'.repeat(8_000)}`,
      named('. '.repeat(2_000)),
    ]) {
      fileNameOf(header, ['pdf']);
    }
    expect(performance.now() - began).toBeLessThan(200);
  });
});

describe('the header of a download', () => {
  it('is one header with one name, whatever the name is', () => {
    const header = attachment('a"; filename=b.exe; x="\\(1)\'*å.pdf');
    expect(header).toBe(
      'attachment; filename="a_; filename=b.exe; x=__(1)\'*_.pdf"; ' +
        "filename*=UTF-8''a%22%3B%20filename%3Db.exe%3B%20x%3D%22%5C%281%29%27%2A%C3%A5.pdf",
    );
  });
});
