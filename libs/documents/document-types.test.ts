import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../contracts/refusal.js';
import { type DocumentClaim, documentType } from './document-types.js';

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n', 'latin1');
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300', 'hex');
const TEXT = Buffer.from('Ærlig talt: æøå\r\n\fNæste side\r\n');
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const DOCX = wordDocument();

const page = (type: string, fileName = ''): DocumentClaim => ({ type, fileName, binding: false });
const program = (type: string, fileName = ''): DocumentClaim => ({ type, fileName, binding: true });

async function outcome(claim: DocumentClaim, content: Buffer): Promise<string> {
  try {
    return await documentType(claim, content);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('a file that somebody chose on a page', () => {
  it.each([
    ['application/octet-stream', 'plan.docx', DOCX, DOCX_TYPE],
    ['', 'plan.docx', DOCX, DOCX_TYPE],
    ['application/octet-stream', '', DOCX, DOCX_TYPE],
    ['application/msword', 'plan.doc', DOCX, DOCX_TYPE],
    ['image/jpg', 'a.jpg', JPEG, 'image/jpeg'],
    ['image/pjpeg', 'a.jpg', JPEG, 'image/jpeg'],
    ['application/x-pdf', 'a.pdf', PDF, 'application/pdf'],
    ['image/jpeg', 'a.jpg', PNG, 'image/png'],
    ['application/octet-stream', 'brev', TEXT, 'text/plain'],
    ['text/csv', 'liste.csv', TEXT, 'text/plain'],
    ['text/plain', 'maal.txt', Buffer.from('BMI 31, blodtryk 140/90\r\nØl: ro om natten\r\n'), 'text/plain'],
    ['application/octet-stream', 'maal.txt', Buffer.from('BMI 31\r\n'), 'text/plain'],
    ['text/plain', 'a.txt', Buffer.concat([Buffer.from('\ufeff'), TEXT]), 'text/plain'],
    ['application/pdf', 'a.pdf', Buffer.concat([Buffer.from('\n'), PDF]), 'application/pdf'],
    ['', 'a', Buffer.concat([Buffer.from('\r\n \n'), PDF]), 'application/pdf'],
    ['', 'a', Buffer.from('\n%PDF-1.1\nall in letters\n%%EOF\n'), 'application/pdf'],
    ['text/plain', 'a.txt', Buffer.from('Filen begynder med %PDF-1.7.'), 'text/plain'],
    ['', 'brev.txt', Buffer.from('Filen begynder med %PDF-1.7.'), 'text/plain'],
    ['application/pdf', 'a.pdf', Buffer.concat([Buffer.from('x'.repeat(900)), PDF]), 'application/pdf'],
  ])('as %j, named %j, is what its content is', async (type, fileName, content, found) => {
    expect(await outcome(page(type, fileName), content)).toBe(found);
  });

  it.each([
    ['text of Windows', 'text/plain', Buffer.from('Sørens mål', 'latin1'), 'DOCUMENT.NOT_UTF8'],
    [
      'text of Windows that begins like a picture',
      'text/plain',
      Buffer.from('BMI: højt', 'latin1'),
      'DOCUMENT.NOT_UTF8',
    ],
    ['text of an unknown type', '', Buffer.from('Sørens mål', 'latin1'), 'DOCUMENT.NOT_UTF8'],
    ['text in UTF-16', 'text/plain', Buffer.from('\ufeffSøren', 'utf16le'), 'DOCUMENT.NOT_UTF8'],
    [
      'text in UTF-16, the other way',
      'text/plain',
      Buffer.from('\ufeffSø', 'utf16le').swap16(),
      'DOCUMENT.NOT_UTF8',
    ],
    ['a cut letter', 'text/plain', Buffer.from('Sø').subarray(0, 2), 'DOCUMENT.NOT_UTF8'],
    ['nothing', 'text/plain', Buffer.alloc(0), 'DOCUMENT.EMPTY'],
    ['a page', 'text/html', Buffer.from('<b>'), 'DOCUMENT.TYPE_NOT_ALLOWED'],
    ['a drawing', 'image/svg+xml', Buffer.from('<svg/>'), 'DOCUMENT.TYPE_NOT_ALLOWED'],
    ['a text with layout', 'application/rtf', Buffer.from('{\\rtf1 x}'), 'DOCUMENT.TYPE_NOT_ALLOWED'],
    ['one whose type is not known', '', Buffer.from('{\\rtf1 x}'), 'DOCUMENT.TYPE_NOT_ALLOWED'],
    [
      'a program',
      '',
      Buffer.concat([Buffer.from('4d5a90000300000004000000', 'hex'), PDF]),
      'DOCUMENT.TYPE_NOT_ALLOWED',
    ],
    [
      'a PDF that begins too late',
      'application/pdf',
      Buffer.concat([Buffer.alloc(1_100, 1), PDF]),
      'DOCUMENT.TYPE_MISMATCH',
    ],
    ['an archive', '', Buffer.from('504b0304140000000000', 'hex'), 'DOCUMENT.TYPE_NOT_ALLOWED'],
  ])('that is %s is refused', async (_what, type, content, code) => {
    expect(await outcome(page(type), content)).toBe(code);
  });
});

describe('a file that a program sends', () => {
  it.each([
    ['application/pdf', PDF, 'application/pdf'],
    ['application/octet-stream', DOCX, DOCX_TYPE],
    ['application/x-pdf', PDF, 'application/pdf'],
    ['text/plain; charset=utf-8', Buffer.from('BMI 31'), 'text/plain'],
    ['application/pdf', Buffer.concat([Buffer.from('\n'), PDF]), 'application/pdf'],
    ['application/pdf', PNG, 'DOCUMENT.TYPE_MISMATCH'],
    ['text/plain', PNG, 'DOCUMENT.TYPE_MISMATCH'],
    ['application/pdf', TEXT, 'DOCUMENT.TYPE_MISMATCH'],
    ['text/html', Buffer.from('<b>'), 'DOCUMENT.TYPE_NOT_ALLOWED'],
    ['text/plain', Buffer.from('Søren', 'latin1'), 'DOCUMENT.NOT_UTF8'],
  ])('as %s must be that', async (type, content, found) => {
    expect(await outcome(program(type, 'plan.pdf'), content)).toBe(found);
  });
});

it('whatever is sent has a type that is taken, or is refused by a code', async () => {
  const starts = [PDF, PNG, JPEG, DOCX, TEXT, Buffer.alloc(0), Buffer.from('BM'), Buffer.from('\ufeff')];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.uint8Array({ maxLength: 200 }),
      fc.string(),
      fc.string(),
      fc.boolean(),
      async (start, rest, type, fileName, binding) => {
        const content = Buffer.concat([start.subarray(0, rest.length * 3), rest]);
        expect(await outcome({ type, fileName, binding }, content)).toMatch(/^DOCUMENT\.|\//);
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

/** An archive with the parts by which a document of Word is told, stored as they are. */
function wordDocument(): Buffer {
  const main = `${DOCX_TYPE}.main+xml`;
  const types = `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
  return Buffer.concat([stored('[Content_Types].xml', types), stored('word/document.xml', '<w:document/>')]);
}

function stored(name: string, content: string): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), Buffer.from(content)]);
}
