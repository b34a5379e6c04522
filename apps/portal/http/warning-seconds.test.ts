import { expect, it } from '@jest/globals';
import { warningSeconds } from './warning-seconds.js';

it.each([
  [60, 20],
  [600, 200],
  [1800, 300],
  [86_400, 300],
])('a session that may be left alone for %i s is warned of %i s before', (idle, warning) => {
  expect(warningSeconds({ SESSION_IDLE_SECONDS: idle })).toBe(warning);
});
