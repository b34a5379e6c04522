import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Clock } from '../../clock/clock.js';
import type { Key } from '../../config/key-ring.js';
import { Seal } from './seal.js';

class MovedClock extends Clock {
  constructor(public at: string) {
    super();
  }

  now(): Promise<string> {
    return Promise.resolve(this.at);
  }
}

const key = (id: string): Key => ({ id, secret: randomBytes(32) });
const clock = new MovedClock('2031-03-01T09:00:00.000Z');
const first = key('first');
const seal = new Seal([first], clock);

describe('what is sealed', () => {
  it('is opened again, and cannot be read meanwhile', async () => {
    const sealed = await seal.close('attempt', { returnTo: '/plans' }, 60);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('plans');
    expect(await seal.open('attempt', sealed)).toMatchObject({ returnTo: '/plans' });
  });

  it('is opened for its purpose only', async () => {
    expect(await seal.open('token', await seal.close('attempt', {}, 60))).toBeNull();
  });

  it('is opened in time only', async () => {
    const later = new MovedClock('2031-03-01T09:00:59.000Z');
    const sealed = await seal.close('attempt', {}, 60);
    expect(await new Seal([first], later).open('attempt', sealed)).not.toBeNull();
    later.at = '2031-03-01T09:01:01.000Z';
    expect(await new Seal([first], later).open('attempt', sealed)).toBeNull();
  });

  it('is opened while its key is kept', async () => {
    const sealed = await seal.close('attempt', {}, 60);
    expect(await new Seal([key('second'), first], clock).open('attempt', sealed)).not.toBeNull();
    expect(await new Seal([key('second')], clock).open('attempt', sealed)).toBeNull();
    expect(await new Seal([key('first')], clock).open('attempt', sealed)).toBeNull();
  });

  it('is opened unchanged only', async () => {
    const parts = (await seal.close('attempt', { returnTo: '/plans' }, 60)).split('.');
    for (const index of [0, 2, 3, 4]) {
      const part = parts[index] ?? '';
      const changed = parts.with(index, `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`).join('.');
      expect(await seal.open('attempt', changed)).toBeNull();
    }
  });

  it.each(['', 'x', 'a.b.c', 'a.b.c.d.e', 'a'.repeat(100_000)])('is not %.20s', async (text) => {
    expect(await seal.open('attempt', text)).toBeNull();
  });
});
