import { describe, expect, it } from '@jest/globals';
import { tellsHowReached, type Reached } from './protected-contact.js';

describe('how a participant is reached', () => {
  it.each<[string, Reached, boolean]>([
    ['the citizen of the plan', { role: 'citizen', protectedIdentity: true, signsIn: true }, true],
    ['a relative without protection', { role: 'relative', protectedIdentity: false, signsIn: true }, true],
    [
      'a protected relative who cannot sign in',
      { role: 'relative', protectedIdentity: true, signsIn: false },
      true,
    ],
    [
      'a protected relative who signs in',
      { role: 'relative', protectedIdentity: true, signsIn: true },
      false,
    ],
    ['a protected practitioner', { role: 'gp', protectedIdentity: true, signsIn: true }, false],
    [
      'a protected holder of custody',
      { role: 'custodyHolder', protectedIdentity: true, signsIn: true },
      false,
    ],
  ])('is told by the plan, of %s: %#', (_who, reached, told) => {
    expect(tellsHowReached(reached)).toBe(told);
  });
});
