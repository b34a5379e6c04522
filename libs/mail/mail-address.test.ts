import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalAddress, isSameMailbox, writtenAddress } from './mail-address.js';

describe('an address', () => {
  it.each([
    ['else@blåbærgrød.example', 'else@xn--blbrgrd-fxak7p.example'],
    ['else@BLÅBÆRGRØD.example', 'else@xn--blbrgrd-fxak7p.example'],
    ['else@xn--blbrgrd-fxak7p.example', 'else@xn--blbrgrd-fxak7p.example'],
    ['Else.A@Borger.EXAMPLE', 'Else.A@borger.example'],
    [' else@borger.example\u00a0\r\n', 'else@borger.example'],
    ['\ufeff\u200belse@borger.example\u200b', 'else@borger.example'],
    ['else@foo%41.example', 'else@foo%41.example'],
    ['no address', 'no address'],
    ['@', '@'],
    ['', ''],
  ])('%j is kept as %j', (given, kept) => {
    expect(canonicalAddress(given)).toBe(kept);
  });

  it('is read as people write it', () => {
    expect(writtenAddress('else@xn--blbrgrd-fxak7p.example')).toBe('else@blåbærgrød.example');
    expect(writtenAddress('else@borger.example')).toBe('else@borger.example');
  });

  it('has one form, however often it is brought into it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (text) => {
        expect(canonicalAddress(canonicalAddress(text))).toBe(canonicalAddress(text));
      }),
      { seed: 7 },
    );
  });
});

describe('one mailbox', () => {
  it.each([
    ['else@blåbærgrød.example', 'ELSE@xn--blbrgrd-fxak7p.EXAMPLE'],
    ['else+moede@borger.example', 'else@borger.example'],
    ['else+a@borger.example', 'else+b@borger.example'],
  ])('is %s and %s', (one, other) => {
    expect(isSameMailbox(one, other)).toBe(true);
  });

  it.each([
    ['else@borger.example', 'ellen@borger.example'],
    ['else@borger.example', 'else@andet.example'],
    ['+@borger.example', '+a@borger.example'],
    ['else@borger.example', ''],
  ])('is not %s and %s', (one, other) => {
    expect(isSameMailbox(one, other)).toBe(false);
  });
});
