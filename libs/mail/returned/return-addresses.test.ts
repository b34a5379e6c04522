import { describe, expect, it } from '@jest/globals';
import { messageIdOf } from '../transport/message-id.js';
import { ReturnAddresses } from './return-addresses.js';

const DOMAIN = 'besked.example.dk';
const key = (id: string) => ({ id, secret: Buffer.alloc(32, id) });
const addresses = new ReturnAddresses([key('a')], DOMAIN);
const messageId = messageIdOf(['plan-1:7:gatheringRequest:psychiatry'], DOMAIN);
const address = addresses.addressOf(messageId);

describe('a return address', () => {
  it('leads back to the mail, also when its letters changed their case on the way', () => {
    expect(addresses.messageIdOf(address)).toBe(messageId);
    expect(addresses.messageIdOf(address.toUpperCase())).toBe(messageId);
  });

  it('is another for every mail', () => {
    expect(addresses.addressOf(messageIdOf(['another'], DOMAIN))).not.toBe(address);
  });

  it('says nothing of the notice, and has a local part that every server takes', () => {
    const [local = ''] = address.split('@');
    expect(local).toMatch(/^retur\+[0-9a-f]+$/);
    expect(local.length).toBeLessThanOrEqual(64);
  });

  it.each([
    ['one that somebody made up', `retur+${'0'.repeat(56)}@${DOMAIN}`],
    ['one with another mail before the proof', swapFirstDigit(address)],
    ['one with another proof', address.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@'))],
    ['one of another domain', address.replace(DOMAIN, 'andet.example.dk')],
    ['one with something before it', `x${address}`],
    ['one with two domains', `${address}@${DOMAIN}`],
    ['the sender of all mails', `besked@${DOMAIN}`],
    ['no address', ''],
    ['a very long one', `retur+${'a'.repeat(100_000)}@${DOMAIN}`],
  ])('is not %s', (_what, other) => {
    expect(addresses.messageIdOf(other)).toBeNull();
  });

  it('of a former key is known as long as the key is on the ring', () => {
    expect(new ReturnAddresses([key('b'), key('a')], DOMAIN).messageIdOf(address)).toBe(messageId);
    expect(new ReturnAddresses([key('b')], DOMAIN).messageIdOf(address)).toBeNull();
  });

  it('is made for our own mails only', () => {
    expect(() => addresses.addressOf('<0123@andet.example.dk>')).toThrow(RangeError);
    expect(() => addresses.addressOf(messageIdOf(['x'], 'andet.example.dk'))).toThrow(RangeError);
  });
});

function swapFirstDigit(text: string): string {
  return text.replace(/\+./, (start) => (start === '+0' ? '+1' : '+0'));
}
