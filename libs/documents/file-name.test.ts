import { describe, expect, it } from '@jest/globals';
import { attachment, fileNameOf } from './file-name.js';

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
