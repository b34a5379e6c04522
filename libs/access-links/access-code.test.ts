import { describe, expect, it } from '@jest/globals';
import { writtenCode } from './access-code.js';

describe('a code as somebody wrote it', () => {
  it.each([
    '123456',
    ' 123 456 ',
    '123-456',
    '123\u2011456',
    '123.456',
    '123\u00a0456',
    '\u200b123456',
    '１２３４５６',
  ])('is %j', (written) => {
    expect(writtenCode(written)).toBe('123456');
  });
});
