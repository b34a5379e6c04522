import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUtf8Multipart } from './multipart.js';

const TYPE = 'multipart/form-data; boundary=x';
const form = (head: string, content: string, encoding: BufferEncoding = 'utf8'): Buffer =>
  Buffer.from(`--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n--x--\r\n`, encoding);

describe('a form with files', () => {
  it('is UTF-8 by its names and texts, whatever is in its files', () => {
    expect(isUtf8Multipart(form('name="titel"', 'Søren'), TYPE)).toBe(true);
    expect(isUtf8Multipart(form('name="fil"; filename="Sørens.pdf"', 'x'), TYPE)).toBe(true);
    expect(isUtf8Multipart(form('name="fil"; filename="a.pdf"', '\u00ff\u00fe', 'latin1'), TYPE)).toBe(true);
  });

  it.each([
    ['a text', form('name="titel"', 'Søren', 'latin1')],
    ['the name of a field', form('name="søren"', 'x', 'latin1')],
    ['the name of a file', form('name="fil"; filename="Sørens.pdf"', 'x', 'latin1')],
  ])('is none where %s is not', (_what, body) => {
    expect(isUtf8Multipart(body, TYPE)).toBe(false);
    expect(isUtf8Multipart(body, 'multipart/form-data; boundary="x"')).toBe(false);
  });

  it('is looked at whatever was sent', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, type) => {
        isUtf8Multipart(Buffer.concat([Buffer.from('--x\r\n'), bytes]), TYPE);
        isUtf8Multipart(Buffer.from(bytes), type);
      }),
      { seed: 7 },
    );
  });
});
