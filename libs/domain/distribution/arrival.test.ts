import { describe, expect, it } from '@jest/globals';
import { arrivalOf } from './arrival.js';

describe('what was sent to somebody', () => {
  it.each([
    ['queued', false, null],
    ['queued', true, 'onItsWay'],
    ['withheld', false, null],
    ['withheld', true, 'onItsWay'],
    ['failed', false, null],
    ['accepted', false, 'onItsWay'],
    ['delivered', false, 'received'],
    ['read', false, 'opened'],
  ] as const)('%s, sending begun %s: %s', (status, begun, arrival) => {
    expect(arrivalOf(status, begun)).toBe(arrival);
  });
});
