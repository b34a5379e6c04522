import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Misbehaviour, TimestampAuthority } from '../../../test/support/timestamp-authority.js';
import { TimestampService } from './timestamp-service.js';
import { isTimestamped, readTimestamp } from './timestamp-token.js';

describe('a time-stamp', () => {
  let authority: TimestampAuthority;
  let another: TimestampAuthority;
  const content = randomBytes(32);

  beforeAll(async () => {
    authority = await TimestampAuthority.start();
    another = await TimestampAuthority.start('servers');
  });
  afterEach(() => {
    authority.misbehaves = null;
  });
  afterAll(async () => {
    await authority.stop();
    await another.stop();
  });

  it('proves that something was there, to whoever trusts the authority', async () => {
    const token = await new TimestampService(authority.url).timestamp(content);
    expect(Math.abs(readTimestamp(token).at.getTime() - Date.now())).toBeLessThan(60_000);
    expect(await isTimestamped(content, token, authority.trusted)).toBe(true);
  });

  it('proves nothing about something else, from somebody else, or changed', async () => {
    const token = await new TimestampService(authority.url).timestamp(content);
    const changed = Buffer.from(token);
    changed[changed.length - 5] = (changed.at(-5) ?? 0) ^ 1;
    expect(await isTimestamped(randomBytes(32), token, authority.trusted)).toBe(false);
    expect(await isTimestamped(content, token, another.trusted)).toBe(false);
    expect(await isTimestamped(content, changed, authority.trusted)).toBe(false);
    expect(await isTimestamped(content, Buffer.from('nonsense'), authority.trusted)).toBe(false);
  });

  it('counts only from an authority whose certificate is one for time-stamps', async () => {
    const token = await new TimestampService(another.url).timestamp(content);
    expect(await isTimestamped(content, token, another.trusted)).toBe(false);
  });

  it.each<Misbehaviour>(['refuses', 'stampsAnother', 'repeatsNoNonce', 'answersNonsense', 'fails'])(
    'is not taken from an authority that %s',
    async (misbehaviour) => {
      authority.misbehaves = misbehaviour;
      await expect(new TimestampService(authority.url).timestamp(content)).rejects.toThrow(/./);
    },
  );
});
