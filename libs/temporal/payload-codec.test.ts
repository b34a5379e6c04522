import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { EncryptingCodec } from './payload-codec.js';

const older = { id: 'key-1', secret: randomBytes(32) };
const newer = { id: 'key-2', secret: randomBytes(32) };

function payloadOf(value: unknown): Payload {
  return defaultPayloadConverter.toPayload(value);
}

async function roundTrip(codec: EncryptingCodec, value: unknown): Promise<unknown> {
  const encoded = await codec.encode([payloadOf(value)]);
  const [decoded] = await codec.decode(encoded);
  return decoded === undefined ? undefined : defaultPayloadConverter.fromPayload(decoded);
}

describe('the payload codec', () => {
  it('gives back what it was given', async () => {
    const value = { phase: 'gathering', waitingFor: ['gatheringAnswer'], text: 'æøå' };
    expect(await roundTrip(new EncryptingCodec([newer]), value)).toEqual(value);
  });

  it('shows nothing of the content', async () => {
    const [encoded] = await new EncryptingCodec([newer]).encode([payloadOf('remindParty')]);
    const seen = JSON.stringify(encoded) + Buffer.from(encoded?.data ?? []).toString('latin1');
    expect(seen).not.toContain('remindParty');
  });

  it('writes under the newest key and still reads what was written under an older one', async () => {
    const before = await new EncryptingCodec([older]).encode([payloadOf(1)]);
    const rotated = new EncryptingCodec([newer, older]);
    const [written] = await rotated.encode([payloadOf(2)]);
    expect(Buffer.from(written?.metadata?.['key'] ?? []).toString()).toBe('key-2');
    const [read] = await rotated.decode(before);
    expect(defaultPayloadConverter.fromPayload(read as Payload)).toBe(1);
  });

  it('refuses a payload that was changed on the way', async () => {
    const codec = new EncryptingCodec([newer]);
    const [encoded] = await codec.encode([payloadOf('unchanged')]);
    const data = Buffer.from(encoded?.data ?? []);
    data.writeUInt8(data.readUInt8(20) ^ 1, 20);
    await expect(Promise.resolve().then(() => codec.decode([{ ...encoded, data }]))).rejects.toThrow();
  });

  it('refuses a payload under a key that it does not have', async () => {
    const encoded = await new EncryptingCodec([older]).encode([payloadOf(1)]);
    const codec = new EncryptingCodec([newer]);
    await expect(Promise.resolve().then(() => codec.decode(encoded))).rejects.toThrow('key-1');
  });

  it('lets what was never encrypted pass', async () => {
    const [decoded] = await new EncryptingCodec([newer]).decode([payloadOf('plain')]);
    expect(defaultPayloadConverter.fromPayload(decoded as Payload)).toBe('plain');
  });
});
