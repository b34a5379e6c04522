import { expect, it } from '@jest/globals';
import { endReasonOf } from './end-reason.js';

it('the reason of an agreement is told from the reason for which the course ended', () => {
  expect(endReasonOf('moved')).toBe('moved');
  expect(endReasonOf('Borgeren vil ikke mere')).toBeNull();
  expect(endReasonOf(null)).toBeNull();
});
